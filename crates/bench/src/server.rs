//! A server of its own for each measurement: how long it takes to be ready, and what memory it holds.

use std::{
    fs,
    net::{Ipv4Addr, SocketAddr, TcpListener},
    path::Path,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use crate::{
    Fault, http,
    http::Connection,
    scenarios::{REQUESTS_PER_MINUTE, TOKEN_SECRET},
};

const READY_WITHIN: Duration = Duration::from_secs(30);

/// A process that serves; it ends with this value.
pub struct Server {
    child: Child,
    /// Where it is.
    pub address: SocketAddr,
    /// How long it took until it answered.
    pub ready_ms: f64,
}

impl Server {
    /// The real server over a database, without a worker: what it does later is no part of an answer.
    pub async fn estrade(
        binary: &Path,
        database: &str,
        folder: &Path,
        cache_seconds: Option<u32>,
    ) -> Result<Self, Fault> {
        let port = free_port()?;
        let mut command = Command::new(binary);
        command
            .arg("serve")
            .env("DATABASE_URL", database)
            .env("ESTRADE_DATA_DIR", folder)
            .env("ESTRADE_WEB_DIR", folder)
            .env("ESTRADE_HOST", "127.0.0.1")
            .env("ESTRADE_PORT", port.to_string())
            .env("ESTRADE_WORKER", "false")
            .env("ESTRADE_TOKEN_SECRET", TOKEN_SECRET)
            .env("ESTRADE_REQUESTS_PER_MINUTE", REQUESTS_PER_MINUTE.to_string())
            .env_remove("ESTRADE_CACHE_SECONDS");
        if let Some(seconds) = cache_seconds {
            command.env("ESTRADE_CACHE_SECONDS", seconds.to_string());
        }
        Self::start(command, port, "/readyz").await
    }

    /// The ceiling.
    pub async fn ceiling(folder: &Path) -> Result<Self, Fault> {
        let port = free_port()?;
        let mut command = Command::new(std::env::current_exe()?);
        command.arg("ceiling").arg(folder).arg(port.to_string());
        Self::start(command, port, "/healthz").await
    }

    async fn start(mut command: Command, port: u16, probe: &str) -> Result<Self, Fault> {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
        let begun = Instant::now();
        let child = command.stdout(Stdio::null()).stdin(Stdio::null()).spawn()?;
        let mut server = Self { child, address, ready_ms: 0.0 };
        while !answers(address, probe).await {
            if let Some(status) = server.child.try_wait()? {
                return Err(format!("the server ended: {status}").into());
            }
            if begun.elapsed() > READY_WITHIN {
                return Err("the server did not get ready".into());
            }
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
        server.ready_ms = begun.elapsed().as_secs_f64() * 1000.0;
        Ok(server)
    }

    /// The memory that it holds, in megabytes.
    pub fn memory_mb(&self) -> Result<f64, Fault> {
        self.status("VmRSS:")
    }

    /// The most memory that it ever held, in megabytes.
    pub fn peak_memory_mb(&self) -> Result<f64, Fault> {
        self.status("VmHWM:")
    }

    /// The time that its threads ran, in microseconds.
    pub fn processor_us(&self) -> Result<f64, Fault> {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.child.id()))?;
        let after_name = stat.rsplit(") ").next().ok_or("no stat")?;
        let ticks = after_name.split(' ').skip(11).take(2).map(str::parse::<f64>);
        let ticks: f64 = ticks.sum::<Result<f64, _>>()?;
        // Linux counts in hundredths of a second towards programs, whatever its own clock does.
        Ok(ticks * 10_000.0)
    }

    fn status(&self, name: &str) -> Result<f64, Fault> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = status.lines().find(|line| line.starts_with(name)).ok_or("no such line")?;
        let kilobytes: f64 = line.split_whitespace().nth(1).ok_or("no number")?.parse()?;
        Ok(kilobytes / 1024.0)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended already, and there is nobody to tell.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

async fn answers(address: SocketAddr, probe: &str) -> bool {
    let Ok(mut connection) = Connection::open(address).await else { return false };
    connection.send(&http::get(probe)).await.is_ok_and(|(status, _)| status == 200)
}

fn free_port() -> Result<u16, Fault> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}

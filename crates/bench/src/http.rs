//! As much of HTTP/1.1 as a bench needs: it writes a request and reads a status and a body of known length,
//! so that the load takes little of the processors it shares with the server.

use std::net::SocketAddr;

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

use crate::Fault;

/// A connection that is kept open.
pub struct Connection {
    stream: TcpStream,
    buffer: Vec<u8>,
}

impl Connection {
    /// Opens one.
    pub async fn open(address: SocketAddr) -> Result<Self, Fault> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, buffer: vec![0; 64 * 1024] })
    }

    /// Sends a request; its answer is a status and a body, good until the next one.
    pub async fn send(&mut self, request: &[u8]) -> Result<(u16, &[u8]), Fault> {
        self.stream.write_all(request).await?;
        let mut filled = 0;
        loop {
            if filled == self.buffer.len() {
                self.buffer.resize(filled * 2, 0);
            }
            let read = self.stream.read(&mut self.buffer[filled..]).await?;
            if read == 0 {
                return Err("the server closed the connection".into());
            }
            filled += read;
            let Some((status, body)) = head(&self.buffer[..filled])? else { continue };
            if filled >= body.end {
                return Ok((status, &self.buffer[body]));
            }
        }
    }
}

/// The status and where the body is, once the whole head has come.
fn head(answer: &[u8]) -> Result<Option<(u16, std::ops::Range<usize>)>, Fault> {
    let Some(end) = answer.windows(4).position(|four| four == b"\r\n\r\n") else {
        return Ok(None);
    };
    let text = std::str::from_utf8(&answer[..end])?;
    let status = text.get(9..12).ok_or("no status")?.parse()?;
    let length = text.lines().find_map(|line| {
        let (name, value) = line.split_once(": ")?;
        name.eq_ignore_ascii_case("content-length").then(|| value.parse::<usize>().ok())?
    });
    let length = length.ok_or("an answer without content-length")?;
    Ok(Some((status, end + 4..end + 4 + length)))
}

/// A GET.
pub fn get(path: &str) -> Vec<u8> {
    get_with(path, "")
}

/// A GET with further headers.
pub fn get_with(path: &str, headers: &str) -> Vec<u8> {
    format!("GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n{headers}\r\n").into_bytes()
}

/// A POST of JSON, with further headers.
pub fn post(path: &str, headers: &str, json: &str) -> Vec<u8> {
    let length = json.len();
    format!(
        "POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n\
         Content-Length: {length}\r\n{headers}\r\n{json}"
    )
    .into_bytes()
}

/// A GET whose answer is JSON.
pub async fn json(connection: &mut Connection, path: &str) -> Result<serde_json::Value, Fault> {
    let (status, body) = connection.send(&get(path)).await?;
    if status != 200 {
        return Err(format!("{path}: {status} {}", String::from_utf8_lossy(body)).into());
    }
    Ok(serde_json::from_slice(body)?)
}

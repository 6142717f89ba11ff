//! Against a real S3 server on the loopback, which `scripts/install` installs.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{TcpListener, TcpStream},
    path::PathBuf,
    process::{Child, Command, Stdio},
};

use chrono::TimeDelta;
use estrade_relay::Turn;
use estrade_testkit::TestApp;
use object_store::ObjectStoreExt;

use super::*;

/// A server of its own, gone with the test.
struct Moto {
    child: Child,
    port: u16,
}

impl Moto {
    fn start() -> Self {
        let port = TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr().unwrap().port();
        let program = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../.venv/bin/moto_server");
        let mut child = Command::new(&program)
            .args(["-H", "127.0.0.1", "-p", &port.to_string()])
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap_or_else(|error| panic!("{}: {error}; run scripts/install", program.display()));
        // It says so once it listens; what it says later goes on to be read, or it would stand still.
        let mut told = BufReader::new(child.stderr.take().unwrap());
        let mut line = String::new();
        while !line.contains("Running on") {
            line.clear();
            assert!(told.read_line(&mut line).unwrap() > 0, "it ended before it listened");
        }
        std::thread::spawn(move || std::io::copy(&mut told, &mut std::io::sink()));
        Self { child, port }
    }

    fn make_bucket(&self, name: &str) {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        let asked = format!(
            "PUT /{name} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
        );
        stream.write_all(asked.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    }
}

impl Drop for Moto {
    fn drop(&mut self) {
        let _gone = self.child.kill();
        let _gone = self.child.wait();
    }
}

/// Part 4: with a bucket in the configuration, a file is sent there, comes back from there and is removed there.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn files_come_and_go_in_a_bucket() {
    let moto = tokio::task::spawn_blocking(Moto::start).await.unwrap();
    moto.make_bucket("estrade");
    let endpoint = format!("http://127.0.0.1:{}", moto.port);
    let given = |name: &str| match name {
        "ESTRADE_S3_BUCKET" => Some("estrade".to_owned()),
        "ESTRADE_S3_ENDPOINT" => Some(endpoint.clone()),
        "ESTRADE_S3_KEY_ID" | "ESTRADE_S3_SECRET_KEY" => Some("essai".to_owned()),
        "ESTRADE_S3_FOLDER" => Some("fichiers/2026".to_owned()),
        _ => None,
    };
    let kept = Storage::read(PathBuf::from("unused"), given).unwrap().open().unwrap();
    let app = TestApp::start_keeping(Arc::clone(&kept));
    let camille = app.client("camille").await;
    let sent: Vec<u8> = [b"%PDF-1.7\n".to_vec(), vec![b'%'; 300_000]].concat();
    let id = camille.send_file("plan.pdf", &sent).await.expect(201).str("/id");
    let path = Path::from(format!("{id}.whole"));
    assert_eq!(kept.head(&path).await.unwrap().size, sent.len() as u64);
    let answer = camille.get(&format!("/v1/files/{id}/content")).await.expect(200);
    assert_eq!((answer.text.len(), answer.text.as_bytes()), (sent.len(), sent.as_slice()));
    app.advance(TimeDelta::hours(24)).await;
    let mut worker = app.worker();
    while worker.turn().await.unwrap() == Turn::Worked {}
    worker.release().await.unwrap();
    assert!(matches!(kept.head(&path).await, Err(object_store::Error::NotFound { .. })));
    app.deliver().await;
    app.stop().await;
}

#[test]
fn a_bucket_needs_its_key_and_is_a_folder_without_a_name() {
    let none = Storage::read(PathBuf::from("data/files"), |_| None).unwrap();
    assert!(matches!(none, Storage::Folder(folder) if folder.ends_with("data/files")));
    let named = |name: &str| (name == "ESTRADE_S3_BUCKET").then(|| "estrade".to_owned());
    let wrong = Storage::read(PathBuf::new(), named).unwrap_err();
    assert_eq!(wrong.to_string(), "ESTRADE_S3_BUCKET needs ESTRADE_S3_KEY_ID");
    let all =
        |name: &str| Some(if name.ends_with("SECRET_KEY") { "caché" } else { "vu" }.to_owned());
    let shown = format!("{:?}", Storage::read(PathBuf::new(), all).unwrap());
    assert!(shown.contains("vu") && !shown.contains("caché"), "{shown}");
}

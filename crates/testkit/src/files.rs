//! Files as a browser or curl sends them.

use reqwest::{Method, RequestBuilder};

use crate::{people::Person, reply::Reply};

const BOUNDARY: &str = "trait-de-coupe";

/// A form with one file, as it travels.
#[must_use]
pub fn form(part: &str, name: &str, bytes: &[u8]) -> Vec<u8> {
    let head = format!(
        "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{part}\"; filename=\"{name}\"\r\n\
         Content-Type: application/octet-stream\r\n\r\n"
    );
    let foot = format!("\r\n--{BOUNDARY}--\r\n");
    [head.as_bytes(), bytes, foot.as_bytes()].concat()
}

impl Person {
    /// A request that sends such a form.
    pub fn sending(&self, form: Vec<u8>) -> RequestBuilder {
        self.sending_to("/v1/files", form)
    }

    /// The same, to this path.
    pub fn sending_to(&self, path: &str, form: Vec<u8>) -> RequestBuilder {
        self.request(&Method::POST, path)
            .header("content-type", format!("multipart/form-data; boundary={BOUNDARY}"))
            .body(form)
    }

    /// Sends a file that is to be delivered.
    pub async fn send_original(&self, name: &str, bytes: &[u8]) -> Reply {
        let form = form("file", name, bytes);
        self.send(self.sending_to("/v1/files?purpose=delivery", form)).await
    }

    /// Sends a file.
    pub async fn send_file(&self, name: &str, bytes: &[u8]) -> Reply {
        self.send(self.sending(form("file", name, bytes))).await
    }
}

//! A mail on the wire: a server of a few lines takes it, or refuses it at first.

use std::sync::{
    Arc, Mutex,
    atomic::{AtomicU32, Ordering},
};

use base64::{Engine, engine::general_purpose::STANDARD};
use chrono::TimeDelta;
use estrade_relay::{Relay, Transport};
use estrade_testkit::{TestApp, people::client_form};
use serde_json::json;
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
};

/// Takes mails; refuses the first few for a while.
#[derive(Clone, Default)]
struct Sink {
    taken: Arc<Mutex<Vec<String>>>,
    to_refuse: Arc<AtomicU32>,
}

impl Sink {
    async fn listen(&self) -> String {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let url = format!("smtp://{}", listener.local_addr().unwrap());
        let sink = self.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(sink.clone().converse(stream));
            }
        });
        url
    }

    async fn converse(self, stream: TcpStream) {
        let (reader, mut writer) = stream.into_split();
        let mut lines = BufReader::new(reader).lines();
        writer.write_all(b"220 sink\r\n").await.unwrap();
        while let Ok(Some(line)) = lines.next_line().await {
            let answer: &[u8] = match line.get(..4) {
                Some("DATA") => {
                    writer.write_all(b"354 go on\r\n").await.unwrap();
                    let mut message = String::new();
                    while let Ok(Some(line)) = lines.next_line().await {
                        if line == "." {
                            break;
                        }
                        message.push_str(&line);
                        message.push('\n');
                    }
                    self.judge(message)
                }
                Some("QUIT") => b"221 bye\r\n",
                _ => b"250 ok\r\n",
            };
            writer.write_all(answer).await.unwrap();
        }
    }

    fn judge(&self, message: String) -> &'static [u8] {
        let refuse = self
            .to_refuse
            .fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1))
            .is_ok();
        if refuse {
            return b"451 try again\r\n";
        }
        self.taken.lock().unwrap().push(message);
        b"250 taken\r\n"
    }

    fn taken(&self) -> Vec<String> {
        self.taken.lock().unwrap().clone()
    }
}

/// The headers of a message, each on one line.
fn headers(message: &str) -> String {
    message.split("\n\n").next().unwrap().replace("\n ", " ").replace("\n\t", " ")
}

/// The decoded part of this kind.
fn part(message: &str, kind: &str) -> String {
    let part = message.split("\n--").find(|part| part.contains(&format!("Content-Type: {kind}")));
    let (head, body) = part.unwrap().split_once("\n\n").unwrap();
    match head.contains("base64") {
        true => String::from_utf8(STANDARD.decode(body.replace('\n', "").trim()).unwrap()).unwrap(),
        false if head.contains("quoted-printable") => unquoted(body),
        false => body.to_owned(),
    }
}

fn unquoted(body: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = body.replace("=\n", "").into_bytes().into_iter();
    while let Some(byte) = rest.next() {
        if byte == b'=' {
            let digits = [rest.next().unwrap(), rest.next().unwrap()];
            let digits = String::from_utf8(digits.to_vec()).unwrap();
            bytes.push(u8::from_str_radix(&digits, 16).unwrap());
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).unwrap()
}

async fn relay(app: &TestApp, sink: &Sink) -> Relay {
    let url = sink.listen().await;
    let from = "Estrade <bonjour@estrade.example>";
    let transport = Transport::smtp(&url, from, Some("support@estrade.example")).unwrap();
    Relay::new(app.db.clone(), transport, app.url.clone())
}

async fn deliver(relay: &Relay) {
    for _ in 0..100 {
        if relay.deliver().await.unwrap() == 0 {
            return;
        }
    }
    panic!("the relay never comes to rest");
}

/// S1-008: the confirmation mail leaves through SMTP with both bodies; what is kept of it opens nothing.
#[tokio::test]
async fn a_mail_leaves_with_both_bodies_and_good_manners() {
    let app = TestApp::start().await;
    let sink = Sink::default();
    let relay = relay(&app, &sink).await;
    let _ = app.visitor().post("/v1/registrations", client_form("camille")).await.expect(202);
    deliver(&relay).await;
    let [message] = &sink.taken()[..] else { panic!("one mail") };
    let headers = headers(message);
    let id = app.mails_to("camille@exemple.fr").await[0].id.clone();
    for header in [
        "From: Estrade <bonjour@estrade.example>",
        "Reply-To: support@estrade.example",
        "To: camille@exemple.fr",
        "Subject: Activez votre compte Estrade",
        "Date: Fri, 15 Jan 2027 09:00:00 +0000",
        &format!("Message-ID: <{id}@estrade.example>"),
        "Auto-Submitted: auto-generated",
        "Content-Type: multipart/alternative",
    ] {
        assert!(headers.contains(header), "{header} in {headers}");
    }
    assert!(!headers.contains("List-Unsubscribe"), "it cannot be unticked");
    assert!(part(message, "text/plain").contains("/activation?token="));
    assert!(part(message, "text/html").contains("/activation?token="));
    let kept = app.mails_to("camille@exemple.fr").await.remove(0);
    assert_eq!((kept.text_body.as_str(), kept.html_body.as_str()), ("", ""));
    app.stop().await;
}

/// S1-170: a mail that a box can stop says where the box is.
#[tokio::test]
async fn what_can_be_unticked_says_where() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    app.vip_provider("dj-max").await;
    let sink = Sink::default();
    let relay = relay(&app, &sink).await;
    app.publish(&camille, &["dj"]).await;
    deliver(&relay).await;
    let [message] = &sink.taken()[..] else { panic!("one mail") };
    let box_url = format!("List-Unsubscribe: <{}/compte/alertes>", app.url);
    assert!(headers(message).contains(&box_url), "{message}");
    app.stop().await;
}

/// S1-008: a server that refuses for a while gets the mail again, minutes later, once.
#[tokio::test]
async fn a_refused_mail_leaves_later() {
    let app = TestApp::start().await;
    let sink = Sink::default();
    sink.to_refuse.store(2, Ordering::SeqCst);
    let relay = relay(&app, &sink).await;
    let _ = app.visitor().post("/v1/registrations", client_form("camille")).await.expect(202);
    deliver(&relay).await;
    assert!(sink.taken().is_empty());
    app.world.advance(TimeDelta::minutes(1));
    deliver(&relay).await;
    assert!(sink.taken().is_empty());
    app.world.advance(TimeDelta::minutes(5));
    deliver(&relay).await;
    app.world.advance(TimeDelta::days(2));
    deliver(&relay).await;
    assert_eq!(sink.taken().len(), 1);
    app.stop().await;
}

/// A mail that nobody takes is given up after two days; an operator sees it and has it tried again.
#[tokio::test]
async fn a_mail_that_nobody_takes_is_given_up() {
    let app = TestApp::start().await;
    let operator = app.operator("maud").await;
    let sink = Sink::default();
    sink.to_refuse.store(u32::MAX, Ordering::SeqCst);
    let relay = relay(&app, &sink).await;
    let _ = app.visitor().post("/v1/registrations", client_form("camille")).await.expect(202);
    for _ in 0..7 {
        deliver(&relay).await;
        app.world.advance(TimeDelta::days(1));
    }
    deliver(&relay).await;
    assert_eq!(u32::MAX - sink.to_refuse.load(Ordering::SeqCst), 7, "tried seven times");
    let _ = operator.log_in(&operator.email, estrade_testkit::people::PASSWORD).await.expect(201);
    let todo = operator.get("/v1/me/todo").await.expect(200);
    assert_eq!(todo.json["operator"]["mails_failed"], 1);
    let given_up = operator.get("/v1/operator/mails").await.expect(200).items();
    let [mail] = &given_up[..] else { panic!("one mail") };
    assert_eq!((&mail["recipient"], &mail["attempts"]), (&json!("camille@exemple.fr"), &json!(7)));
    assert!(mail["last_error"].as_str().unwrap().contains("try again"), "{mail}");
    assert_eq!(mail["actions"], json!(["retry"]));
    let retry = format!("/v1/operator/mails/{}/retry", mail["id"].as_str().unwrap());
    sink.to_refuse.store(0, Ordering::SeqCst);
    operator.post(&retry, json!({})).await.expect(200);
    deliver(&relay).await;
    assert_eq!(sink.taken().len(), 1, "it left");
    assert!(operator.get("/v1/operator/mails").await.expect(200).items().is_empty());
    operator.post(&retry, json!({})).await.expect_refusal(404, "not_found");
    let log = operator.get("/v1/operator/facts?kind=mail.retried").await.expect(200).items();
    assert_eq!((log.len(), &log[0]["subject"]), (1, &mail["id"]));
    app.stop().await;
}

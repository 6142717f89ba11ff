//! Open streams of live events: how long a message takes to reach all of them, and what memory they hold.

use std::{
    cell::{Cell, RefCell},
    collections::HashMap,
    net::SocketAddr,
    rc::Rc,
    time::{Duration, Instant},
};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    task::LocalSet,
    time::{sleep, timeout},
};

use crate::{
    Fault, http,
    http::Connection,
    server::Server,
    talks::{PEOPLE, bearer},
};

/// Streams that hear of a message.
const HEARING: usize = 500;
/// Streams of which the memory is asked.
const MANY: usize = 2000;
/// The most of one person.
const OF_ONE: usize = 20;
/// Messages while they listen, one every…
const MESSAGES: usize = 200;
/// …so long.
const EVERY: Duration = Duration::from_millis(50);
/// The longest that the last event is waited for.
const LATEST: Duration = Duration::from_secs(10);

/// What the streams have heard, of what was said when.
#[derive(Default)]
struct Heard {
    open: Cell<usize>,
    said: RefCell<HashMap<String, Instant>>,
    times: RefCell<Vec<Duration>>,
}

/// Says how long messages took to be heard by all, and what two thousand streams hold.
pub async fn run(server: &Server) -> Result<(), Fault> {
    let local = LocalSet::new();
    local.run_until(deliveries(server)).await?;
    // Those streams end with their set; the server notices at the next beat, so the next ones are of other people.
    drop(local);
    LocalSet::new().run_until(memory(server)).await
}

async fn deliveries(server: &Server) -> Result<(), Fault> {
    let heard = listening(server, 0, HEARING).await?;
    let mut connection = Connection::open(server.address).await?;
    for number in 0..MESSAGES {
        // Each in a conversation of its own, so that its event tells which one it was.
        let id = format!("cnv_{:026}", 1000 + number);
        heard.said.borrow_mut().insert(id.clone(), Instant::now());
        let path = format!("/v1/conversations/{id}/messages");
        let request = http::post(&path, &bearer(0), "{\"text\":\"Nous arrivons à 18 h.\"}");
        let (status, body) = connection.send(&request).await?;
        if status != 201 {
            return Err(format!("{status} {}", String::from_utf8_lossy(body)).into());
        }
        sleep(EVERY).await;
    }
    let all = MESSAGES * HEARING;
    drop(timeout(LATEST, until(|| heard.times.borrow().len() >= all)).await);
    let mut times = heard.times.take();
    times.sort_unstable();
    let at = |percent: usize| times.get(times.len() * percent / 100).map_or(f64::NAN, ms);
    println!(
        "\n{MESSAGES} messages to {HEARING} open streams: {} of {all} deliveries, p50 {:.0} ms, p99 {:.0} ms, the \
         last {:.0} ms after it was sent",
        times.len(),
        at(50),
        at(99),
        times.last().map_or(f64::NAN, ms),
    );
    Ok(())
}

async fn memory(server: &Server) -> Result<(), Fault> {
    let before_mb = server.memory_mb()?;
    let heard = listening(server, HEARING / OF_ONE, MANY).await?;
    sleep(Duration::from_secs(1)).await;
    let after_mb = server.memory_mb()?;
    println!(
        "{} open streams: memory {before_mb:.0} MB before, {after_mb:.0} MB with them, {:.0} MB more",
        heard.open.get(),
        after_mb - before_mb,
    );
    Ok(())
}

fn ms(time: &Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// So many streams of the people from one on, once all of them were answered.
async fn listening(server: &Server, first: usize, count: usize) -> Result<Rc<Heard>, Fault> {
    let heard = Rc::new(Heard::default());
    for number in 0..count {
        let person = first + number / OF_ONE;
        assert!(person < PEOPLE, "nobody is left to listen");
        let (heard, address) = (Rc::clone(&heard), server.address);
        tokio::task::spawn_local(async move {
            if let Err(error) = listen(address, person, &heard).await {
                eprintln!("a stream ended: {error}");
            }
        });
        // Not all at the same moment: it is not the opening that is measured.
        if number % OF_ONE == 0 {
            sleep(Duration::from_millis(5)).await;
        }
    }
    timeout(LATEST, until(|| heard.open.get() == count)).await?;
    Ok(heard)
}

async fn until(done: impl Fn() -> bool) {
    while !done() {
        sleep(Duration::from_millis(10)).await;
    }
}

async fn listen(address: SocketAddr, person: usize, heard: &Heard) -> Result<(), Fault> {
    let mut stream = TcpStream::connect(address).await?;
    stream.write_all(&http::get_with("/v1/events", &bearer(person))).await?;
    let (mut text, mut buffer, mut is_open) = (String::new(), [0; 4096], false);
    loop {
        let read = stream.read(&mut buffer).await?;
        if read == 0 {
            return Ok(());
        }
        text.push_str(&String::from_utf8_lossy(&buffer[..read]));
        if !is_open && text.contains("\r\n\r\n") && !text.starts_with("HTTP/1.1 200") {
            return Err(text.into());
        }
        if !is_open && text.contains("retry: ") {
            is_open = true;
            heard.open.set(heard.open.get() + 1);
        }
        note(&mut text, heard);
    }
}

/// Notes each event that is whole, and keeps the rest.
fn note(text: &mut String, heard: &Heard) {
    const SUBJECT: &str = "\"subject\":\"";
    while let Some(start) = text.find(SUBJECT).map(|place| place + SUBJECT.len()) {
        let Some(length) = text[start..].find('"') else { return };
        if let Some(said_at) = heard.said.borrow().get(&text[start..start + length]) {
            heard.times.borrow_mut().push(said_at.elapsed());
        }
        text.drain(..start + length);
    }
}

//! Authorization by exhaustion: every operation of the OpenAPI document × every kind of person × the
//! own, the counterpart's, a foreign and a non-existing object.
//!
//! - A visitor is asked to log in, whatever the object; what is public for a while is unknown to it otherwise.
//! - Who is no party to an object hears of it exactly what it hears of one that does not exist; its
//!   counterpart is told that it may not.
//! - Who may, is not refused for who it is.
//!
//! An operation without a rule fails the test: a new route is thought through here.

mod objects;
mod rules;
mod stage;

use std::sync::atomic::{AtomicU32, Ordering};

use estrade_testkit::{Person, Reply};
use reqwest::Method;
use rules::{Rule, Who};
use serde_json::Value;
use stage::Stage;

static KEYS: AtomicU32 = AtomicU32::new(0);

/// An operation as the document has it.
struct Operation {
    id: String,
    method: Method,
    path: String,
}

/// What an answer tells about authorization.
#[derive(Debug, PartialEq, Eq)]
struct Verdict {
    status: u16,
    code: String,
}

impl Verdict {
    fn of(reply: &Reply) -> Self {
        Self {
            status: reply.status,
            code: reply.json["code"].as_str().unwrap_or_default().to_owned(),
        }
    }

    /// Refused for who asks, not for what is asked.
    fn is_about_the_person(&self) -> bool {
        matches!(self.status, 401 | 403 | 404)
    }
}

fn operations(document: &Value) -> Vec<Operation> {
    let paths = document["paths"].as_object().unwrap();
    let methods = ["get", "post", "put", "patch", "delete"];
    let of_path = |(path, item): (&String, &Value)| {
        let made = methods.iter().filter_map(|method| {
            let id = item[method]["operationId"].as_str()?.to_owned();
            Some(Operation {
                id,
                method: method.to_uppercase().parse().unwrap(),
                path: path.clone(),
            })
        });
        made.collect::<Vec<_>>()
    };
    paths.iter().flat_map(of_path).collect()
}

async fn ask(person: &Person, operation: &Operation, id: &str, rule: &Rule) -> Verdict {
    let start = operation.path.find('{');
    // An object within another has both their ids in its name.
    let path = match (start, operation.path.rfind('}')) {
        (Some(start), Some(end)) => operation.path.replace(&operation.path[start..=end], id),
        _ => operation.path.clone(),
    };
    let mut request = person.request(&operation.method, &format!("{path}{}", rule.query));
    if operation.method != Method::GET {
        request = request.json(&rule.body);
    }
    if operation.method == Method::POST {
        // Each request is one of its own.
        let key = KEYS.fetch_add(1, Ordering::Relaxed);
        request = request.header("idempotency-key", format!("sweep {key}"));
    }
    if matches!(operation.method, Method::PATCH | Method::DELETE)
        || operation.id.ends_with("offers_revise")
    {
        // A version nobody has: who may is told 412, and nothing changes.
        request = request.header("if-match", "\"999\"");
    }
    Verdict::of(&person.send(request).await)
}

/// What was found, one line each: the whole table is tried before the test fails.
#[derive(Default)]
struct Faults(Vec<String>);

impl Faults {
    fn unless(&mut self, sound: bool, told: impl FnOnce() -> String) {
        if !sound {
            self.0.push(told());
        }
    }
}

/// One operation on one fresh object.
struct Trial<'a> {
    stage: &'a Stage,
    operation: &'a Operation,
    rule: &'a Rule,
    own: String,
    missing: String,
}

impl Trial<'_> {
    async fn ask(&self, person: &Person, id: &str) -> Verdict {
        ask(person, self.operation, id, self.rule).await
    }

    async fn visitor(&self, faults: &mut Faults) {
        let verdict = self.ask(&self.stage.visitor, &self.own).await;
        let sound = match self.rule.who {
            Who::Everyone => !verdict.is_about_the_person() || self.rule.hidden_from_visitors,
            _ if self.rule.unknown_to_visitors => verdict.status == 404,
            _ => verdict.status == 401,
        };
        faults.unless(sound, || format!("{}: a visitor got {verdict:?}", self.operation.id));
    }

    async fn strangers(&self, faults: &mut Faults) {
        let stage = self.stage.people();
        for (name, person) in stage.into_iter().filter(|(name, _)| !self.rule.who.includes(name)) {
            let foreign = self.ask(person, &self.own).await;
            let nothing = self.ask(person, &self.missing).await;
            let id = &self.operation.id;
            faults.unless(foreign == nothing || self.rule.seen_by.includes(name), || {
                format!(
                    "{id}: {name} can tell a foreign object ({foreign:?}) from none ({nothing:?})"
                )
            });
            faults
                .unless(foreign.is_about_the_person(), || format!("{id}: {name} got {foreign:?}"));
        }
    }

    async fn those_who_may(&self, faults: &mut Faults) {
        if self.rule.hidden_from_visitors {
            return;
        }
        let stage = self.stage.people();
        for (name, person) in stage.into_iter().filter(|(name, _)| self.rule.who.includes(name)) {
            let id = &self.operation.id;
            if !self.missing.is_empty() {
                let nothing = self.ask(person, &self.missing).await;
                faults.unless(nothing.status == 404, || {
                    format!("{id}: {name} on nothing got {nothing:?}")
                });
            }
            let verdict = self.ask(person, &self.own).await;
            faults.unless(!verdict.is_about_the_person(), || {
                format!("{id}: {name} was refused: {verdict:?}")
            });
        }
    }
}

#[tokio::test]
async fn nobody_learns_or_does_what_is_not_theirs() {
    let stage = Stage::build().await;
    let document = stage.visitor.get("/v1/openapi.json").await.expect(200).json;
    let rules = rules::all();
    let operations = operations(&document);
    let mut faults = Faults::default();
    for operation in &operations {
        let known = rules.iter().any(|rule| rule.operation == operation.id);
        faults.unless(known, || format!("{}: no rule", operation.id));
    }
    // In the order of the rules: what ends a session comes last.
    for rule in &rules {
        let Some(operation) = operations.iter().find(|operation| operation.id == rule.operation)
        else {
            faults.unless(false, || format!("{}: a rule without an operation", rule.operation));
            continue;
        };
        let (own, missing) = stage.object(rule.object).await;
        let trial = Trial { stage: &stage, operation, rule, own, missing };
        trial.visitor(&mut faults).await;
        trial.strangers(&mut faults).await;
        trial.those_who_may(&mut faults).await;
    }
    assert!(faults.0.is_empty(), "{}", faults.0.join("\n"));
    stage.end().await;
}

//! Whether the articles of the help are of use.

use estrade_testkit::{Person, TestApp};
use serde_json::{Value, json};

async fn counted(operator: &Person, article: &str) -> (Value, Value) {
    let list = operator.get("/v1/operator/help-votes").await.expect(200);
    let of_article = list.items().into_iter().find(|it| it["article"] == article).unwrap();
    (of_article["helpful"].clone(), of_article["not_helpful"].clone())
}

fn vote(article: &str, helpful: bool) -> Value {
    json!({ "article": article, "helpful": helpful })
}

/// S2-045: an answer of each person and article is counted; a person may change its own, and a visitor's is
/// counted once.
#[tokio::test]
async fn answers_about_the_help_are_counted() {
    let app = TestApp::start().await;
    let operator = app.operator("regie").await;
    let (camille, leo) = (app.client("camille").await, app.provider("leo").await);
    assert_eq!(counted(&operator, "client-choisir").await, (json!(0), json!(0)));

    camille.post("/v1/help-votes", vote("client-choisir", false)).await.expect(200);
    leo.post("/v1/help-votes", vote("client-choisir", true)).await.expect(200);
    assert_eq!(counted(&operator, "client-choisir").await, (json!(1), json!(1)));
    camille.post("/v1/help-votes", vote("client-choisir", true)).await.expect(200);
    assert_eq!(counted(&operator, "client-choisir").await, (json!(2), json!(0)));

    let visitor = app.visitor();
    visitor.post("/v1/help-votes", vote("client-choisir", false)).await.expect(200);
    let again = visitor.post("/v1/help-votes", vote("client-choisir", false)).await;
    assert!(again.header("retry-after").is_some());
    again.expect_refusal(429, "help_vote_counted");
    visitor.post("/v1/help-votes", vote("prestataire-choisi", true)).await.expect(200);
    assert_eq!(counted(&operator, "client-choisir").await, (json!(2), json!(1)));
    assert_eq!(counted(&operator, "prestataire-choisi").await, (json!(1), json!(0)));
    app.stop().await;
}

/// S2-045: nobody answers about what is no article, and only the operator reads the counts.
#[tokio::test]
async fn what_is_no_article_is_not_counted() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    let wrong = camille.post("/v1/help-votes", vote("contact", true)).await;
    wrong.expect_refusal(422, "invalid_fields");
    camille.get("/v1/operator/help-votes").await.expect_refusal(404, "not_found");
    app.stop().await;
}

//! What the derived document lacks: a name instead of a repetition, and words where none were given.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

const SCHEMAS: &str = "#/components/schemas/";
/// What has one of these is worth a name; two plain texts may look alike by chance.
const COMPOSED: [&str; 3] = ["properties", "allOf", "oneOf"];

/// A list's items are spelled out by the derive; here they refer to the schema that has a name. A
/// success without words gets those of its status, a `limit` its bounds, and a body of which nothing is
/// required may be left out.
pub(super) fn tidy(document: &mut Value) {
    let named: BTreeMap<String, String> = document["components"]["schemas"]
        .as_object()
        .into_iter()
        .flatten()
        .filter(|(_, schema)| COMPOSED.iter().any(|keyword| schema.get(*keyword).is_some()))
        .map(|(name, schema)| (schema.to_string(), name.clone()))
        .collect();
    for part in ["paths", "components"] {
        if let Some(part) = document.get_mut(part) {
            refer(part, &named, None);
        }
    }
    let optional = names_of_optional(&document["components"]["schemas"]);
    for operation in operations(document) {
        if let Some(Value::Object(responses)) = operation.get_mut("responses") {
            describe(responses);
        }
        if let Some(Value::Array(parameters)) = operation.get_mut("parameters") {
            parameters.iter_mut().filter(|it| it["name"] == "limit").for_each(bound);
        }
        if let Some(body) = operation.get_mut("requestBody") {
            let schema = &body["content"]["application/json"]["schema"]["$ref"];
            if schema.as_str().is_some_and(|name| optional.contains(name)) {
                body["required"] = json!(false);
            }
        }
    }
}

/// Every list has the bounds of `page::window`.
fn bound(limit: &mut Value) {
    limit["schema"]["minimum"] = json!(1);
    limit["schema"]["maximum"] = json!(crate::page::HIGHEST_LIMIT);
}

/// References to the schemas that an empty object fulfils; an absent body is read as one.
fn names_of_optional(schemas: &Value) -> BTreeSet<String> {
    let schemas = schemas.as_object().into_iter().flatten();
    let optional = schemas.filter(|(_, schema)| {
        schema["type"] == "object" && schema.get("required").is_none_or(|names| *names == json!([]))
    });
    optional.map(|(name, _)| format!("{SCHEMAS}{name}")).collect()
}

/// Replaces what equals a named schema by a reference to it, but not the definition itself.
fn refer(value: &mut Value, named: &BTreeMap<String, String>, key: Option<&str>) {
    if let Some(name) = value.is_object().then(|| named.get(&value.to_string())).flatten()
        && key != Some(name)
    {
        *value = json!({ "$ref": format!("{SCHEMAS}{name}") });
        return;
    }
    match value {
        Value::Object(fields) => {
            fields.iter_mut().for_each(|(key, field)| refer(field, named, Some(key)));
        }
        Value::Array(items) => items.iter_mut().for_each(|item| refer(item, named, None)),
        _ => {}
    }
}

fn operations(document: &mut Value) -> impl Iterator<Item = &mut Value> {
    let paths = document.get_mut("paths").and_then(Value::as_object_mut);
    paths
        .into_iter()
        .flat_map(Map::values_mut)
        .filter_map(Value::as_object_mut)
        .flat_map(Map::values_mut)
}

fn describe(responses: &mut Map<String, Value>) {
    for (status, response) in responses {
        let words = match status.as_str() {
            "201" => "Made; `Location` names it where it has an address.",
            "202" => "Taken; what follows arrives by mail.",
            "204" => "Done; nothing to say.",
            _ => "The answer.",
        };
        let description = response.get("description").and_then(Value::as_str);
        if description.is_none_or(str::is_empty) && response.is_object() {
            response["description"] = json!(words);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_of_which_nothing_is_required_may_be_left_out() {
        let body = |name: &str| {
            let schema = json!({ "$ref": format!("{SCHEMAS}{name}") });
            json!({ "requestBody": { "content": { "application/json": { "schema": schema } }, "required": true } })
        };
        let mut document = json!({
            "paths": { "/v1/things": { "post": body("Free"), "put": body("Strict") } },
            "components": { "schemas": {
                "Free": { "type": "object", "properties": { "idea": { "type": "string" } } },
                "Strict": { "type": "object", "required": ["idea"], "properties": { "idea": { "type": "string" } } },
            } },
        });
        tidy(&mut document);
        let things = &document["paths"]["/v1/things"];
        assert_eq!(things["post"]["requestBody"]["required"], false);
        assert_eq!(things["put"]["requestBody"]["required"], true);
    }

    #[test]
    fn a_repetition_becomes_a_reference_and_the_definition_stays() {
        let trade = json!({ "type": "object", "properties": { "code": { "type": "string" } } });
        let list = json!({ "type": "array", "items": trade });
        let mut document = json!({
            "paths": { "/v1/trades": { "get": { "responses": { "200": { "content": {} } } } } },
            "components": { "schemas": { "Trade": trade, "Trades": list } },
        });
        tidy(&mut document);
        let schemas = &document["components"]["schemas"];
        assert_eq!(schemas["Trade"], trade);
        assert_eq!(schemas["Trades"]["items"], json!({ "$ref": "#/components/schemas/Trade" }));
        let answer = &document["paths"]["/v1/trades"]["get"]["responses"]["200"];
        assert_eq!(answer["description"], "The answer.");
    }
}

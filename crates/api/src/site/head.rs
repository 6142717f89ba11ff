//! The head of a page, written into the SPA's `index.html` in place of its general one.
//!
//! Invariant: nothing that a person typed reaches the page unescaped, neither in an attribute nor in the
//! JSON-LD, which is data that no browser runs.

use serde_json::Value;

/// What a search engine or a shared link shows of a page.
#[derive(Debug, Clone)]
pub(super) struct Head {
    /// Without the site's name.
    pub(super) title: String,
    /// One or two sentences.
    pub(super) description: String,
    /// The page's one address; none for a page that is not to be found.
    pub(super) canonical: Option<String>,
    /// What the page is about, in the words of schema.org.
    pub(super) data: Option<Value>,
    /// The page's text, for readers that run no script.
    pub(super) text: Vec<String>,
}

const SITE: &str = "Estrade";

impl Head {
    /// Of an address behind which there is nothing.
    pub(super) fn missing() -> Self {
        Self {
            title: "Cette page n’existe pas".to_owned(),
            description: "Cette page n’existe pas ou n’est plus publique.".to_owned(),
            canonical: None,
            data: None,
            text: Vec::new(),
        }
    }

    /// The index page with this head.
    pub(super) fn put_into(&self, index: &str) -> String {
        let index = without(index, "<title>", "</title>");
        let index = without(&index, "<meta\n      name=\"description\"", "/>");
        let index = without(&index, "<meta name=\"description\"", ">");
        let index = index.replacen("</head>", &format!("\n{}  </head>", self.tags()), 1);
        if self.text.is_empty() {
            return index;
        }
        index.replacen("<noscript>", &format!("<noscript>{}", self.article()), 1)
    }

    fn tags(&self) -> String {
        let title = escape(&format!("{} · {SITE}", self.title));
        let description = escape(&self.description);
        let mut tags = vec![
            format!("<title>{title}</title>"),
            meta("name", "description", &description),
            meta("property", "og:site_name", SITE),
            meta("property", "og:locale", "fr_FR"),
            meta("property", "og:type", "website"),
            meta("property", "og:title", &title),
            meta("property", "og:description", &description),
            meta("name", "twitter:card", "summary"),
        ];
        match self.canonical.as_deref().map(escape) {
            None => tags.push(meta("name", "robots", "noindex")),
            Some(url) => {
                tags.push(meta("property", "og:url", &url));
                tags.push(format!("<link rel=\"canonical\" href=\"{url}\" />"));
            }
        }
        let data = self.data.as_ref().map(in_script);
        tags.extend(
            data.map(|data| format!("<script type=\"application/ld+json\">{data}</script>")),
        );
        tags.iter().map(|tag| format!("    {tag}\n")).collect::<Vec<_>>().concat()
    }

    fn article(&self) -> String {
        let paragraphs = self.text.iter().flat_map(|text| text.split('\n'));
        let paragraphs = paragraphs.filter(|text| !text.trim().is_empty());
        let paragraphs: Vec<String> =
            paragraphs.map(|text| format!("<p>{}</p>", escape(text))).collect();
        format!("<article><h1>{}</h1>{}</article>", escape(&self.title), paragraphs.concat())
    }
}

/// `content` is escaped already.
fn meta(kind: &str, name: &str, content: &str) -> String {
    format!("<meta {kind}=\"{name}\" content=\"{content}\" />")
}

/// The page without its first piece from `begin` to `end`.
fn without(page: &str, begin: &str, end: &str) -> String {
    let cut = page.split_once(begin).and_then(|(before, rest)| {
        let (_, after) = rest.split_once(end)?;
        Some(format!("{}{}", before.trim_end(), after))
    });
    cut.unwrap_or_else(|| page.to_owned())
}

/// Text as it may stand in HTML, also between quotes.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            _ => escaped.push(character),
        }
    }
    escaped
}

/// JSON that cannot end the script element it stands in.
fn in_script(data: &Value) -> String {
    let json = data.to_string();
    json.replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const INDEX: &str = "<head>\n    <title>Estrade</title>\n    <meta\n      name=\"description\"\n      \
        content=\"Général.\"\n    />\n    <link rel=\"icon\" />\n  </head><body><noscript>\n<p>JS</p></noscript></body>";

    fn head(typed: &str) -> Head {
        Head {
            title: typed.to_owned(),
            description: typed.to_owned(),
            canonical: Some("https://estrade.example/x".to_owned()),
            data: Some(json!({ "name": typed })),
            text: vec![typed.to_owned()],
        }
    }

    #[test]
    fn the_general_head_gives_way() {
        let page = head("Mariage à Rouen").put_into(INDEX);
        assert_eq!(page.matches("<title>").count(), 1);
        assert_eq!(page.matches("name=\"description\"").count(), 1);
        assert!(page.contains("<title>Mariage à Rouen · Estrade</title>"), "{page}");
        assert!(page.contains("<link rel=\"canonical\" href=\"https://estrade.example/x\" />"));
        assert!(page.contains("<link rel=\"icon\" />") && page.contains("<p>JS</p>"));
        assert!(!page.contains("Général."));
        let missing = Head::missing().put_into(INDEX);
        assert!(missing.contains("content=\"noindex\"") && !missing.contains("canonical"));
    }

    #[test]
    fn what_people_type_stays_text() {
        let typed = "</script></title><script>alert('1')</script>\" onload=\"x & y";
        let page = head(typed).put_into(INDEX);
        assert_eq!(page.matches("<script").count(), 1, "{page}");
        assert_eq!(page.matches("</script>").count(), 1);
        let tags = page.split("<script").next().unwrap();
        assert!(!tags.contains('\'') && !tags.contains("\" onload"), "{page}");
        let data = page.split("ld+json\">").nth(1).unwrap().split("</script>").next().unwrap();
        assert_eq!(serde_json::from_str::<Value>(data).unwrap()["name"], typed);
    }
}

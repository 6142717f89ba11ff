//! What every letter looks like: a greeting, blocks, one button, and at the foot why one gets it.
//!
//! Each letter leaves as plain text and as HTML that says the same. The HTML is a table with inline
//! styles, for clients that know nothing better; the few rules in its head serve dark screens and
//! phones. It loads nothing from anywhere. Every text is escaped here and nowhere else.

use std::fmt::Write;

use estrade_domain::{contacts::mask_contacts, language::Language};

/// What a letter says, in one language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words {
    /// The subject line; also the title of the notice.
    pub subject: String,
    /// In order.
    pub blocks: Vec<Block>,
    /// What the one button says.
    pub button: Option<&'static str>,
}

/// A part of a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Text(String),
    /// The words of someone else.
    Quote(String),
    /// Names and what they stand for.
    Table(Vec<(String, String)>),
    /// A way aside from the button: what it says, and an absolute URL.
    Link(&'static str, String),
}

impl Words {
    /// Begins with the subject line.
    pub fn about(subject: impl Into<String>) -> Self {
        Self { subject: one_line(&subject.into()), ..Self::default() }
    }

    /// Adds a paragraph.
    #[must_use]
    pub fn text(mut self, text: impl Into<String>) -> Self {
        self.blocks.push(Block::Text(text.into()));
        self
    }

    /// Adds someone else's words, unless there are none; without contacts, as the pages show them (S1-083).
    #[must_use]
    pub fn quote(mut self, text: &str) -> Self {
        if !text.trim().is_empty() {
            self.blocks.push(Block::Quote(mask_contacts(text.trim())));
        }
        self
    }

    /// Adds the reader's own words, as they were written.
    #[must_use]
    pub fn quote_whole(mut self, text: &str) -> Self {
        self.blocks.push(Block::Quote(text.to_owned()));
        self
    }

    /// Adds a table, without the lines that have nothing to say.
    #[must_use]
    pub fn table(mut self, lines: impl IntoIterator<Item = (&'static str, String)>) -> Self {
        let lines = lines.into_iter().filter(|(_, value)| !value.is_empty());
        let lines: Vec<_> = lines.map(|(name, value)| (name.to_owned(), value)).collect();
        if !lines.is_empty() {
            self.blocks.push(Block::Table(lines));
        }
        self
    }

    /// Adds a link beside the button.
    #[must_use]
    pub fn link(mut self, label: &'static str, url: &str) -> Self {
        self.blocks.push(Block::Link(label, url.to_owned()));
        self
    }

    /// Names the button.
    #[must_use]
    pub fn button(mut self, label: &'static str) -> Self {
        self.button = Some(label);
        self
    }
}

/// A letter to one person.
#[derive(Debug, Clone, Copy)]
pub struct Letter<'a> {
    /// Its language.
    pub language: Language,
    /// What it says.
    pub words: &'a Words,
    /// The first name of whom it greets; empty for someone we do not know.
    pub name: &'a str,
    /// Where the button leads, an absolute URL.
    pub link: &'a str,
    /// Why this person gets it.
    pub reason: &'a str,
    /// Where this person says which mails it wants; none for those without an account.
    pub alerts: Option<&'a str>,
}

impl Letter<'_> {
    fn greeting(&self) -> String {
        match (self.language, self.name) {
            (Language::Fr, "") => "Bonjour,".to_owned(),
            (Language::En, "") => "Hello,".to_owned(),
            (Language::Fr, name) => format!("Bonjour {name},"),
            (Language::En, name) => format!("Hello {name},"),
        }
    }

    fn alerts_label(&self) -> &'static str {
        self.language.pick("Choisir les e-mails que je reçois", "Choose which e-mails I get")
    }

    /// For those who read plain text.
    #[must_use]
    pub fn plain(&self) -> String {
        let mut text = format!("{}\n\n", self.greeting());
        for block in &self.words.blocks {
            match block {
                Block::Text(paragraph) => text.push_str(paragraph),
                Block::Quote(words) => {
                    let lines: Vec<_> = words.lines().map(|line| format!("> {line}")).collect();
                    text.push_str(&lines.join("\n"));
                }
                Block::Table(lines) => {
                    let colon = self.language.pick("\u{a0}:", ":");
                    let lines: Vec<_> = lines
                        .iter()
                        .map(|(name, value)| format!("{name}{colon} {value}"))
                        .collect();
                    text.push_str(&lines.join("\n"));
                }
                Block::Link(label, url) => {
                    let colon = self.language.pick("\u{a0}:", ":");
                    // Writing to a String cannot fail.
                    let _ = write!(text, "{label}{colon} {url}");
                }
            }
            text.push_str("\n\n");
        }
        if let Some(label) = self.words.button {
            let colon = self.language.pick("\u{a0}:", ":");
            // Writing to a String cannot fail.
            let _ = write!(text, "{label}{colon}\n{}\n\n", self.link);
        }
        let _ = write!(text, "-- \nEstrade\n{}\n", self.reason);
        if let Some(alerts) = self.alerts {
            let colon = self.language.pick("\u{a0}:", ":");
            let _ = writeln!(text, "{}{colon} {alerts}", self.alerts_label());
        }
        text
    }

    /// For the others.
    #[must_use]
    pub fn html(&self) -> String {
        let subject = escape(&self.words.subject);
        let blocks: String = self.words.blocks.iter().map(html_block).collect();
        let alerts = self.alerts.map_or_else(String::new, |url| {
            format!(
                "<br><a class=\"soft\" href=\"{}\" style=\"color:#6a5e52;\">{}</a>",
                escape(url),
                escape(self.alerts_label())
            )
        });
        format!(
            "<!doctype html><html lang=\"{lang}\"><head><meta charset=\"utf-8\">\
             <meta name=\"viewport\" content=\"width=device-width\">\
             <meta name=\"color-scheme\" content=\"light dark\">\
             <meta name=\"supported-color-schemes\" content=\"light dark\">\
             <title>{subject}</title><style>{STYLE}</style></head>\
             <body class=\"paper\" style=\"margin:0;padding:0;background:#fbf7f0;\">\
             <table role=\"presentation\" class=\"paper\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" \
             style=\"background:#fbf7f0;\"><tr><td align=\"center\" style=\"padding:32px 16px;\">\
             <table role=\"presentation\" class=\"sheet line\" width=\"560\" cellpadding=\"0\" cellspacing=\"0\" \
             style=\"width:100%;max-width:560px;background:#fffdf9;border:1px solid #e2d8c8;text-align:left;\
             font-family:'Helvetica Neue',Helvetica,Arial,sans-serif;font-size:16px;line-height:1.55;\">\
             <tr><td class=\"ink line\" style=\"padding:20px 32px;border-bottom:1px solid #e2d8c8;color:#201a15;\
             font-size:18px;font-weight:700;letter-spacing:-0.01em;\">Estrade\
             <span style=\"color:#cf3d16;\">&#8239;&#9679;</span></td></tr>\
             <tr><td class=\"ink\" style=\"padding:32px;color:#201a15;\">\
             <h1 class=\"ink\" style=\"margin:0 0 24px;font-size:24px;line-height:1.25;font-weight:700;\
             letter-spacing:-0.02em;color:#201a15;\">{subject}</h1>\
             <p style=\"margin:0 0 16px;\">{greeting}</p>{blocks}{button}</td></tr>\
             <tr><td class=\"soft line\" style=\"padding:20px 32px;border-top:1px solid #e2d8c8;color:#6a5e52;\
             font-size:13px;line-height:1.5;\">{reason}{alerts}</td></tr>\
             </table></td></tr></table></body></html>",
            lang = self.language.code(),
            greeting = escape(&self.greeting()),
            button = self.html_button(),
            reason = escape(self.reason),
        )
    }

    /// The button, and its address in full for those whose client shows no button.
    fn html_button(&self) -> String {
        let Some(label) = self.words.button else { return String::new() };
        let link = escape(self.link);
        format!(
            "<p style=\"margin:28px 0 20px;\"><a href=\"{link}\" style=\"display:inline-block;\
             padding:13px 22px;background:#b93510;color:#fffdf9;font-weight:600;text-decoration:none;\
             border-radius:4px;\">{}</a></p>\
             <p class=\"soft\" style=\"margin:0;color:#6a5e52;font-size:13px;line-height:1.5;\
             word-break:break-all;\">{link}</p>",
            escape(label)
        )
    }
}

/// What inline styles cannot say: a dark screen, a narrow one.
const STYLE: &str = ":root{color-scheme:light dark;supported-color-schemes:light dark}\
    @media (prefers-color-scheme:dark){.paper{background:#1b1411!important}.sheet{background:#241c17!important}\
    .ink{color:#f3eadd!important}.soft{color:#b5a697!important}.line{border-color:#40352c!important}\
    .wash{background:#271e19!important}}";

fn html_block(block: &Block) -> String {
    match block {
        Block::Text(paragraph) => format!("<p style=\"margin:0 0 16px;\">{}</p>", lines(paragraph)),
        Block::Quote(words) => format!(
            "<blockquote class=\"wash\" style=\"margin:0 0 16px;padding:12px 16px;background:#f3ecdf;\
             border-left:3px solid #cf3d16;\">{}</blockquote>",
            lines(words)
        ),
        Block::Table(rows) => {
            let rows: Vec<String> = rows.iter().map(html_row).collect();
            format!(
                "<table width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" style=\"margin:0 0 16px;\
                 border-collapse:collapse;\">{}</table>",
                rows.concat()
            )
        }
        Block::Link(label, url) => format!(
            "<p style=\"margin:0 0 16px;\"><a class=\"ink\" href=\"{}\" style=\"color:#201a15;\">{}</a></p>",
            escape(url),
            escape(label)
        ),
    }
}

fn html_row((name, value): &(String, String)) -> String {
    format!(
        "<tr><th class=\"soft line\" align=\"left\" valign=\"top\" style=\"padding:8px 16px 8px 0;\
         border-top:1px solid #e2d8c8;color:#6a5e52;font-weight:400;font-size:14px;\">{}</th>\
         <td class=\"ink line\" valign=\"top\" style=\"padding:8px 0;border-top:1px solid #e2d8c8;\
         color:#201a15;\">{}</td></tr>",
        escape(name),
        lines(value)
    )
}

/// A subject is a header: a line break in a title must not begin another one.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn lines(text: &str) -> String {
    escape(text).replace('\n', "<br>")
}

fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter(words: &Words) -> Letter<'_> {
        Letter {
            language: Language::Fr,
            words,
            name: "Léa",
            link: "https://estrade.example/notifications?a=1&b=2",
            reason: "Parce que.",
            alerts: Some("https://estrade.example/compte/alertes"),
        }
    }

    #[test]
    fn what_people_wrote_is_escaped() {
        let words = Words::about("<b>Mariage</b>")
            .text("Tom & Léa <script>")
            .quote("\"oui\"\n<img src=x>")
            .table([("Ville", "<i>Rouen</i>".to_owned())])
            .button("Voir");
        let html = letter(&words).html();
        for raw in ["<b>", "<script", "<img", "<i>"] {
            assert!(!html.contains(raw), "{raw} in {html}");
        }
        assert!(html.contains("href=\"https://estrade.example/notifications?a=1&amp;b=2\""));
        assert!(html.contains("&quot;oui&quot;<br>&lt;img src=x&gt;"));
    }

    #[test]
    fn nothing_is_loaded_from_anywhere() {
        let words = Words::about("Bonjour").text("Un mot.").button("Voir");
        let html = letter(&words).html();
        for loader in ["<img", "<link", "@import", "url(", "<script", " src="] {
            assert!(!html.contains(loader), "{loader}");
        }
    }

    #[test]
    fn plain_text_says_the_same() {
        let words = Words::about("Un titre\nsur deux lignes")
            .text("Un paragraphe.")
            .quote("Une phrase\nou deux.")
            .table([("Ville", "Rouen".to_owned()), ("Lieu", String::new())])
            .link("Les prix", "https://estrade.example/tarifs")
            .button("Ouvrir");
        assert_eq!(words.subject, "Un titre sur deux lignes");
        assert_eq!(
            letter(&words).plain(),
            "Bonjour Léa,\n\nUn paragraphe.\n\n> Une phrase\n> ou deux.\n\nVille\u{a0}: Rouen\n\n\
             Les prix\u{a0}: https://estrade.example/tarifs\n\n\
             Ouvrir\u{a0}:\nhttps://estrade.example/notifications?a=1&b=2\n\n\
             -- \nEstrade\nParce que.\n\
             Choisir les e-mails que je reçois\u{a0}: https://estrade.example/compte/alertes\n"
        );
    }
}

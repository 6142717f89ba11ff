//! What is printed: a row for each thing that was measured, the medians of its rounds.

use crate::load::Outcome;

/// Something that was measured several times.
#[derive(Debug, Default)]
pub struct Measured {
    /// What it is.
    pub name: &'static str,
    /// Of each round, the outcome and its ratio to the ceiling of that round.
    pub rounds: Vec<(Outcome, f64)>,
}

/// The one in the middle.
pub fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_unstable_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

impl Measured {
    /// The ratio to the ceiling.
    pub fn ratio(&self) -> f64 {
        median(self.rounds.iter().map(|(_, ratio)| *ratio))
    }

    fn of(&self, what: impl Fn(&Outcome) -> f64) -> f64 {
        median(self.rounds.iter().map(|(outcome, _)| what(outcome)))
    }

    /// The row of the table.
    fn row(&self) -> String {
        format!(
            "| {} | {:.0} | {:.2} | {:.2} | {:.0} | {:.2} |",
            self.name,
            self.of(|it| it.per_second),
            self.of(|it| it.p50_ms),
            self.of(|it| it.p99_ms),
            self.of(|it| it.server_us),
            self.ratio(),
        )
    }
}

/// Prints a table.
pub fn table(title: &str, rows: &[Measured]) {
    println!("\n{title}\n");
    println!("| | requests/s | p50 ms | p99 ms | server µs | ratio |");
    println!("| --- | ---: | ---: | ---: | ---: | ---: |");
    for row in rows {
        println!("{}", row.row());
    }
}

//! How large banners are: two sizes, so that every page has room for each, on a telephone too.

use crate::{files::Extent, refusal::Explanation, words};

words! {
    /// How large a banner is.
    pub enum BannerSize {
        /// As wide as a page, and low.
        Wide = "wide",
        /// Almost square.
        Block = "block",
    }
}

impl BannerSize {
    /// In pixels.
    #[must_use]
    pub fn extent(self) -> Extent {
        match self {
            Self::Wide => Extent { width: 728, height: 90 },
            Self::Block => Extent { width: 300, height: 250 },
        }
    }

    /// The size that a picture of this extent has, give or take a hundredth; a smaller one has none, since nothing is
    /// enlarged.
    #[must_use]
    pub fn of(picture: Extent) -> Option<Self> {
        let fits = |size: &&Self| {
            let Extent { width, height } = size.extent();
            let across = u64::from(picture.width) * u64::from(height);
            let down = u64::from(picture.height) * u64::from(width);
            picture.width >= width
                && picture.height >= height
                && across.abs_diff(down) * 100 <= across.max(down)
        };
        Self::ALL.iter().find(fits).copied()
    }

    /// Refuses a banner that has another size than the one that was chosen.
    pub fn check(self, banner: Extent) -> Result<(), Explanation> {
        if self.extent() == banner {
            return Ok(());
        }
        let (wanted, given) = (self.extent(), banner);
        let of = |extent: Extent| format!("{} × {}", extent.width, extent.height);
        Err(Explanation::new(
            "banner_of_other_size",
            format!(
                "Vous avez choisi le format {} et cette bannière mesure {} : changez l’un ou l’autre.",
                of(wanted),
                of(given)
            ),
            format!(
                "You chose {} and this banner measures {}: change one of the two.",
                of(wanted),
                of(given)
            ),
        ))
    }
}

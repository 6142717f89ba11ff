//! Photos: drawn, sent by their provider as it would send them, and kept where all files are.

use std::fmt::Write as _;

use estrade_db::files;
use estrade_domain::{
    actor::Actor,
    files::{File, Holding, MediaType, Purpose, Rendition, object_name},
    ids::FileId,
    photos::WrittenPhoto,
};
use object_store::{ObjectStoreExt, path::Path};
use sha2::{Digest, Sha256};

use super::Stage;
use crate::{
    config::Fault,
    demo::{
        pictures::{self, Motif, Picture},
        shelves::Photo,
    },
};

impl Stage {
    /// Sends a photo.
    pub(super) async fn send_photo(
        &mut self,
        actor: &Actor,
        photo: Photo,
    ) -> Result<WrittenPhoto, Fault> {
        let picture = self.picture_of(photo.motif)?;
        let id = self.send(actor, Purpose::Attachment, photo.motif.as_str(), picture).await?;
        Ok(WrittenPhoto { file: id.to_string(), alt: photo.alt })
    }

    /// Sends a picture: its row first, then its bytes, as at any upload.
    pub(super) async fn send(
        &self,
        actor: &Actor,
        purpose: Purpose,
        name: &str,
        picture: Picture,
    ) -> Result<FileId, Fault> {
        let (actor, holding) = (*actor, holding(format!("{name}.jpg"), &picture));
        let id: FileId = self
            .write(move |tx| {
                let file = File::send(&actor, purpose, 0, tx.id(), holding.clone(), tx.now())?;
                files::insert(tx, &file)?;
                Ok(file.id)
            })
            .await?;
        for (rendition, bytes) in
            [(Rendition::Whole, picture.whole), (Rendition::Small, picture.small)]
        {
            self.files.put(&Path::from(object_name(id, rendition)), bytes.into()).await?;
        }
        self.write(move |tx| {
            let change = files::incoming(tx, id)?.arrive(tx.now())?;
            files::record(tx, &actor, change).map(drop)
        })
        .await?;
        Ok(id)
    }

    /// Drawn once, however many services show it.
    fn picture_of(&mut self, motif: Motif) -> Result<Picture, Fault> {
        if let Some(drawn) = self.pictures.get(&motif) {
            return Ok(drawn.clone());
        }
        let drawn = pictures::draw(motif)?;
        self.pictures.insert(motif, drawn.clone());
        Ok(drawn)
    }
}

fn holding(name: String, picture: &Picture) -> Holding {
    let mut sha256 = String::new();
    for byte in Sha256::digest(&picture.whole) {
        let _always = write!(sha256, "{byte:02x}");
    }
    Holding {
        name,
        media: MediaType::Jpeg,
        size_bytes: picture.whole.len() as u64,
        sha256,
        picture: Some(picture.extent),
    }
}

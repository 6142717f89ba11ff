//! How a file comes in: into a nameless file of this machine while it is read, then looked into, then kept. What
//! breaks off on the way leaves nothing behind, or a row that is removed with its bytes a day later.

use std::{
    fmt::Write as _,
    fs,
    io::{Read, Seek, Write},
    time::Duration,
};

use actix_multipart::{Field, Multipart, MultipartError};
use actix_web::{
    HttpRequest,
    http::{StatusCode, header},
    web::{Bytes, BytesMut, block},
};
use estrade_db::files;
use estrade_domain::{
    actor::Actor,
    campaigns::BannerSize,
    files::{
        BYTES_MAX, Extent, File, FileRefusal, Holding, MediaType, Purpose, Rendition, clean_name,
        original_name, recognize, recognize_any,
    },
    ids::FileId,
    refusal::Explanation,
};
use estrade_drawing::pictures;
use futures_util::StreamExt;
use sha2::{Digest, Sha256};
use tokio::{
    sync::OwnedSemaphorePermit,
    time::{Instant, timeout, timeout_at},
};
use utoipa::ToSchema;

use crate::{
    app::App,
    body::{broken, refuse_encoded, too_slow},
    idempotency::Once,
    problem::Problem,
};

/// The longest that an upload takes: 20 MB in it is a slow line.
const WHOLE: Duration = Duration::from_mins(10);
/// The longest that it stands still.
const STILL: Duration = Duration::from_secs(30);
/// What is read before it is written, in bytes.
const PIECE: usize = 512 * 1024;
/// A file that is too large is read on for a while and thrown away: a browser that still sends would not hear the
/// refusal otherwise.
const THROWN_AWAY: u64 = 2 * BYTES_MAX;

/// A form with one file.
#[derive(ToSchema)]
pub struct UploadForm {
    /// The file, with its name.
    #[schema(value_type = String, format = Binary, content_media_type = "application/octet-stream")]
    #[expect(dead_code, reason = "it is read piece by piece, and described here")]
    file: Vec<u8>,
}

/// A file that was read to its end.
pub(super) struct Sent {
    name: String,
    file: fs::File,
    digest: [u8; 32],
    _place: OwnedSemaphorePermit,
}

/// A file that was looked into, in the forms in which it is kept.
struct Ready {
    holding: Holding,
    forms: Vec<(Rendition, Bytes)>,
}

/// Reads the form: its first part is the file.
pub(super) async fn receive(
    app: &App,
    request: &HttpRequest,
    mut form: Multipart,
) -> Result<Sent, Problem> {
    refuse_encoded(request)?;
    refuse_other_than_forms(request)?;
    let place = app.files.admit()?;
    let until = Instant::now() + WHOLE;
    let part = timeout(STILL, form.next()).await.map_err(|_| too_slow())?;
    let mut field = part.ok_or_else(without_file)?.map_err(|error| misread(&error))?;
    let given = field.content_disposition().and_then(|it| it.get_filename()).map(str::to_owned);
    let (Some("file"), Some(name)) = (field.name(), given) else { return Err(without_file()) };
    let (file, digest) =
        timeout_at(until, write_down(app, &mut field)).await.map_err(|_| too_slow())??;
    Ok(Sent { name, file, digest, _place: place })
}

async fn write_down(app: &App, field: &mut Field) -> Result<(fs::File, [u8; 32]), Problem> {
    let mut file = nameless(app).await?;
    let (mut digest, mut length, mut piece) = (Sha256::new(), 0_u64, BytesMut::new());
    while let Some(chunk) = timeout(STILL, field.next()).await.map_err(|_| too_slow())? {
        let chunk = chunk.map_err(|error| misread(&error))?;
        length += chunk.len() as u64;
        if length > THROWN_AWAY {
            break;
        }
        if length > BYTES_MAX {
            continue;
        }
        digest.update(&chunk);
        piece.extend_from_slice(&chunk);
        if piece.len() >= PIECE {
            file = append(file, piece.split().freeze()).await?;
        }
    }
    if length > BYTES_MAX {
        return Err(refused(FileRefusal::TooLarge));
    }
    let file = append(file, piece.freeze()).await?;
    Ok((file, digest.finalize().into()))
}

/// It goes with the program, however that ends.
async fn nameless(app: &App) -> Result<fs::File, Problem> {
    let folder = app.settings.scratch_dir.clone();
    let made = block(move || tempfile::tempfile_in(folder)).await;
    made.map_err(|_| Problem::internal())?.map_err(|error| full(&error))
}

async fn append(mut file: fs::File, piece: Bytes) -> Result<fs::File, Problem> {
    let write = move || file.write_all(&piece).map(|()| file);
    block(write).await.map_err(|_| Problem::internal())?.map_err(|error| full(&error))
}

impl Sent {
    /// The same name and bytes for the same purpose under one key are one upload.
    pub(super) fn once(&self, request: &HttpRequest, purpose: Purpose) -> Result<Once, Problem> {
        let whole = Sha256::new().chain_update(self.digest).chain_update(purpose.as_str());
        Once::new(request, whole.chain_update(&self.name).finalize().into())
    }

    fn look_into(mut self, purpose: Purpose) -> Result<Ready, Problem> {
        let mut bytes = Vec::new();
        self.file
            .rewind()
            .and_then(|()| self.file.read_to_end(&mut bytes))
            .map_err(|error| full(&error))?;
        if purpose == Purpose::Delivery {
            let media = recognize_any(&bytes, &self.name).map_err(refused)?;
            // Nothing of it is drawn in a page, so it is no picture to whoever asks for it.
            let holding = holding(original_name(&self.name), media, &bytes, None);
            return Ok(Ready { holding, forms: vec![(Rendition::Whole, bytes.into())] });
        }
        let media = recognize(&bytes, &self.name).map_err(refused)?;
        if purpose == Purpose::Banner {
            let fits = |extent| BannerSize::of(extent).map(BannerSize::extent);
            let picture = pictures::draw_to_fit(&bytes, media, fits).map_err(refused)?;
            return Ok(drawn(&self.name, picture));
        }
        if media.is_picture() {
            let picture = pictures::draw(&bytes, media).map_err(refused)?;
            return Ok(drawn(&self.name, picture));
        }
        let holding = holding(clean_name(&self.name, media), media, &bytes, None);
        Ok(Ready { holding, forms: vec![(Rendition::Whole, bytes.into())] })
    }
}

fn drawn(name: &str, drawn: pictures::Drawn) -> Ready {
    let name = clean_name(name, drawn.media);
    let holding = holding(name, drawn.media, &drawn.whole, Some(drawn.extent));
    let (whole, small) = (drawn.whole.into(), drawn.small.into());
    Ready { holding, forms: vec![(Rendition::Whole, whole), (Rendition::Small, small)] }
}

fn holding(name: String, media: MediaType, bytes: &[u8], picture: Option<Extent>) -> Holding {
    let mut sha256 = String::new();
    for byte in Sha256::digest(bytes) {
        let _always = write!(sha256, "{byte:02x}");
    }
    Holding { name, media, size_bytes: bytes.len() as u64, sha256, picture }
}

/// Looks into a file and keeps it: its row first, then its bytes. It is still nobody's to see.
pub(super) async fn keep(
    app: &App,
    actor: Actor,
    purpose: Purpose,
    sent: Sent,
) -> Result<FileId, Problem> {
    let _turn = app.files.hand().await?;
    let Ready { holding, forms } = app.files.work(move || sent.look_into(purpose)).await??;
    let id = app
        .db
        .write(move |tx| {
            let loose = files::count_loose(tx, actor.organization)?;
            let file = File::send(&actor, purpose, loose, tx.id(), holding.clone(), tx.now())?;
            files::insert(tx, &file)?;
            Ok(file.id)
        })
        .await?;
    for (rendition, bytes) in forms {
        app.files.put(id, rendition, bytes).await?;
    }
    Ok(id)
}

fn refuse_other_than_forms(request: &HttpRequest) -> Result<(), Problem> {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let essence = kind.unwrap_or_default().split(';').next().unwrap_or_default().trim();
    if essence.eq_ignore_ascii_case("multipart/form-data") {
        return Ok(());
    }
    Err(Problem::new(
        StatusCode::UNSUPPORTED_MEDIA_TYPE,
        Explanation::new(
            "not_a_form",
            "Envoyez le fichier dans un formulaire (Content-Type: multipart/form-data).",
            "Send the file in a form (Content-Type: multipart/form-data).",
        ),
    ))
}

fn refused(refusal: FileRefusal) -> Problem {
    match refusal {
        FileRefusal::TooLarge => Problem::from(refusal).with_header(header::CONNECTION, "close"),
        refusal => refusal.into(),
    }
}

fn without_file() -> Problem {
    Problem::bad_request(
        "file_missing",
        "Le formulaire doit commencer par une partie « file » qui porte un nom de fichier.",
        "The form must begin with a part “file” that has a file name.",
    )
}

fn misread(error: &MultipartError) -> Problem {
    tracing::debug!(%error, "a form could not be read");
    broken()
}

fn full(error: &std::io::Error) -> Problem {
    tracing::error!(%error, "a file that is sent could not be written down");
    Problem::internal()
}

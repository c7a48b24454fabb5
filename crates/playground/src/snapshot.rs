//! Keeping the world in a folder: `world.json`, written whole and renamed into place a moment after
//! changes, and `files/` with the bytes by their hash.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use tokio::{fs, time};

use crate::{
    error::{Error, Result},
    server::Server,
    world::World,
};

#[derive(Serialize)]
struct SavedRef<'a> {
    /// The last write came from a shutdown, so nothing is missing.
    is_complete: bool,
    world: &'a World,
}

#[derive(Deserialize)]
struct Saved {
    is_complete: bool,
    world: World,
}

/// Reads the kept world, or makes an empty one.
pub(crate) async fn load(folder: &Path) -> Result<World> {
    let files = folder.join("files");
    fs::create_dir_all(&files).await.map_err(Error::io(format!("making {}", files.display())))?;
    let path = folder.join("world.json");
    let text = match fs::read(&path).await {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            let mut world = World::default();
            world.files.folder = Some(files);
            return Ok(world);
        }
        Err(error) => return Err(Error::io(format!("reading {}", path.display()))(error)),
    };
    let saved: Saved = serde_json::from_slice(&text).map_err(Error::json(path.display().to_string()))?;
    let mut world = saved.world;
    if !saved.is_complete {
        world.leap();
    }
    for bot in world.bots.values_mut() {
        let connections = bot.webhook.as_ref().map_or(40, |hook| hook.max_connections);
        bot.connections.permits = std::sync::Arc::new(tokio::sync::Semaphore::new(connections));
    }
    world.files.folder = Some(files);
    Ok(world)
}

/// Writes the world a moment after changes, until the playground stops.
pub(crate) fn keep(server: &Server, folder: PathBuf) {
    let keeper = server.clone();
    server.spawn(async move {
        let mut changes = keeper.changes();
        loop {
            let more = tokio::select! {
                changed = changes.changed() => changed.is_ok(),
                () = keeper.stopping() => false,
            };
            if !more {
                return;
            }
            tokio::select! {
                () = time::sleep(keeper.options().save_after) => {}
                () = keeper.stopping() => return,
            }
            changes.mark_unchanged();
            if let Err(error) = save(&keeper, &folder, false).await {
                tracing::warn!(%error, "the playground's world could not be written");
            }
        }
    });
}

/// Writes the world and the files that are not on disk yet.
pub(crate) async fn save(server: &Server, folder: &Path, is_complete: bool) -> Result<()> {
    let (text, unsaved) = server.change_quietly(|world| {
        let unsaved: Vec<_> = std::mem::take(&mut world.files.unsaved)
            .into_iter()
            .filter_map(|hash| Some((world.files.content(&hash).ok()?, hash)))
            .collect();
        (serde_json::to_vec(&SavedRef { is_complete, world }), unsaved)
    });
    let path = folder.join("world.json");
    let text = text.map_err(Error::json(path.display().to_string()))?;
    // Files first: a world that names a file has it.
    for (bytes, hash) in unsaved {
        write(&folder.join("files").join(hash), &bytes).await?;
    }
    write(&path, &text).await
}

/// Writes beside the path and renames, so that a crash leaves the old file whole.
async fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    let what = || format!("writing {}", path.display());
    let beside = path.with_extension("new");
    fs::write(&beside, bytes).await.map_err(Error::io(what()))?;
    fs::rename(&beside, path).await.map_err(Error::io(what()))
}

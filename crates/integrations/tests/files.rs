//! The storage of files, on a real folder; and on a real S3 where `TEST_S3_URL` names a bucket (`TEST_S3_KEY_ID`,
//! `TEST_S3_SECRET`).

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test says what it expects by failing")]

use bytes::Bytes;
use integrations::files::{S3, Storage};

async fn keeps_its_promises(storage: &Storage) {
    storage.delete_all("one").await.unwrap();
    assert_eq!(storage.get("one/a").await.unwrap(), None);
    storage.put("one/a", Bytes::from_static(b"first")).await.unwrap();
    storage.put("one/a", Bytes::from_static(b"second")).await.unwrap();
    storage.put("one/b", Bytes::from_static(b"other")).await.unwrap();
    storage.put("two/a", Bytes::from_static(b"theirs")).await.unwrap();
    assert_eq!(storage.get("one/a").await.unwrap().unwrap(), "second", "the later one is there, whole");
    assert_eq!(storage.part("one/a", 1..4).await.unwrap(), "eco");
    storage.delete("one/b").await.unwrap();
    storage.delete("one/b").await.unwrap();
    assert_eq!(storage.get("one/b").await.unwrap(), None);
    assert_eq!(storage.delete_all("one").await.unwrap(), 1);
    assert_eq!(storage.delete_all("one").await.unwrap(), 0);
    assert_eq!(storage.get("two/a").await.unwrap().unwrap(), "theirs", "another folder is nobody's business");
    for outside in ["../a", "one/../../a", "/one/a", "one//a"] {
        let kept = storage.put(outside, Bytes::from_static(b"x")).await;
        assert!(kept.is_err() || storage.get("a").await.unwrap().is_none(), "{outside}");
    }
}

#[tokio::test]
async fn a_folder_keeps_what_is_put_there_and_nothing_outside_of_it() {
    let around = tempfile::tempdir().unwrap();
    let folder = around.path().join("files");
    keeps_its_promises(&Storage::folder(&folder).unwrap()).await;
    let beside: Vec<_> = std::fs::read_dir(around.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(beside, ["files"]);
    // Another process, later.
    let again = Storage::folder(&folder).unwrap();
    assert_eq!(again.get("two/a").await.unwrap().unwrap(), "theirs");
}

#[tokio::test]
async fn memory_does_the_same() {
    keeps_its_promises(&Storage::memory()).await;
}

#[tokio::test]
#[ignore = "needs an S3: TEST_S3_URL, TEST_S3_KEY_ID, TEST_S3_SECRET"]
async fn an_s3_does_the_same() {
    let url = std::env::var("TEST_S3_URL").unwrap();
    let _ = rustls::crypto::ring::default_provider().install_default();
    let (endpoint, bucket) = url.rsplit_once('/').unwrap();
    let [key_id, secret] = ["TEST_S3_KEY_ID", "TEST_S3_SECRET"].map(|name| std::env::var(name).unwrap());
    let at = S3 { endpoint, bucket, region: "us-east-1", key_id: &key_id, secret: &secret };
    keeps_its_promises(&Storage::s3(&at).unwrap()).await;
    let nobody = Storage::s3(&S3 { endpoint: "http://127.0.0.1:9", ..at }).unwrap();
    assert!(nobody.get("one/a").await.is_err(), "what cannot be reached is not «not there»");
}

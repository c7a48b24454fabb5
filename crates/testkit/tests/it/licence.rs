//! The licence, as the file and as the packages tell it.

use crate::tree;

#[test]
fn the_licence_is_mit() {
    let root = tree::root();
    let licence = std::fs::read_to_string(root.join("LICENSE")).unwrap();
    assert!(licence.starts_with("MIT License"), "{licence}");
    let workspace = std::fs::read_to_string(root.join("Cargo.toml")).unwrap();
    assert!(workspace.contains("\nlicense = \"MIT\"\n"));
    let packages = tree::files(&root, "Cargo.toml");
    assert!(packages.len() > 5, "{packages:?}");
    for package in packages.iter().filter(|path| **path != root.join("Cargo.toml")) {
        let text = std::fs::read_to_string(package).unwrap();
        assert!(text.contains("\nlicense.workspace = true\n"), "{}", package.display());
    }
}

//! Prints the OpenAPI document of the API: `docs/openapi.json` is what this says.

fn main() -> serde_json::Result<()> {
    println!("{}", serde_json::to_string_pretty(&webapp_api::openapi::document())?);
    Ok(())
}

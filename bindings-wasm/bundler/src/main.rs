//! Makes the JavaScript that belongs to a compiled `tiendo_wasm.wasm`: wasm-bindgen's command line as a program of
//! this workspace, so that `Cargo.lock` holds the generator and the library to one version.

use std::error::Error;

use wasm_bindgen_cli_support::Bindgen;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args_os().skip(1);
    let (Some(input), Some(out), None) = (arguments.next(), arguments.next(), arguments.next()) else {
        return Err("expected two arguments: the .wasm file and the folder to write to".into());
    };
    Bindgen::new()
        .input_path(input)
        .out_name("tiendo")
        .web(true)?
        .typescript(false)
        // The package says where its .wasm is; a second place would be bundled a second time.
        .omit_default_module_path(true)
        // The names are left out later: by them what is alike is put together.
        .demangle(false)
        .remove_name_section(false)
        .remove_producers_section(true)
        .generate(out)?;
    Ok(())
}

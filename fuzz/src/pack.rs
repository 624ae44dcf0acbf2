//! An earlier pack, against which a later one is held: read from HTML, or refused in one line.

use super::Read;
use super::said::check_line;
use prescreen::authoring::pack::PackData;

pub fn pack(bytes: &[u8]) -> Read {
    match PackData::read(&String::from_utf8_lossy(bytes)) {
        Ok(_) => Read::Accepted,
        Err(mistake) => {
            check_line(&mistake.to_string());
            Read::Refused
        }
    }
}

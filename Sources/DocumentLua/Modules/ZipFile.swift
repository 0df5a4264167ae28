internal import CZlib

/// Zip archives in memory, as far as pandoc's module has them: plain entries, stored or deflated (APPNOTE.TXT 6.3,
/// sections 4.3.7, 4.3.12 and 4.3.16).
enum ZipFile {
  struct Entry {
    var path: String
    /// Seconds since 1970, in UTC.
    var time: Int
    var contents: [UInt8]
  }

  /// The most that an archive may unpack to: a small one can claim to hold any amount.
  static let mostBytes = 256 << 20

  // MARK: Reading

  static func entries(of bytes: [UInt8]) throws(DocumentLuaError) -> [Entry] {
    let reader = ByteReader(bytes)
    guard let end = endRecord(reader, bytes.count), let count = reader.little16(end + 10),
      var at = reader.little32(end + 16)
    else {
      throw DocumentLuaError("the bytes are no zip archive: it has no table of contents at its end")
    }
    var entries: [Entry] = []
    var left = mostBytes
    for _ in 0..<count {
      guard reader.little32(at) == 0x0201_4B50, let method = reader.little16(at + 10),
        let time = reader.little16(at + 12), let date = reader.little16(at + 14),
        let packed = reader.little32(at + 20), let size = reader.little32(at + 24),
        let nameLength = reader.little16(at + 28), let extra = reader.little16(at + 30),
        let comment = reader.little16(at + 32), let local = reader.little32(at + 42),
        let path = reader.text(at + 46, nameLength), let localName = reader.little16(local + 26),
        let localExtra = reader.little16(local + 28)
      else { throw DocumentLuaError("the zip archive's table of contents is damaged") }
      left -= size
      guard left >= 0 else {
        throw DocumentLuaError("the zip archive holds more than \(mostBytes >> 20) MiB")
      }
      let start = local + 30 + localName + localExtra
      guard start + packed <= bytes.count else {
        throw DocumentLuaError("the zip archive ends inside its entry \(path)")
      }
      let contents = try unpack(bytes[start..<start + packed], method: method, size: size, path)
      entries.append(Entry(path: path, time: seconds(date: date, time: time), contents: contents))
      at += 46 + nameLength + extra + comment
    }
    return entries
  }

  /// The record at the end, behind which only a comment may stand.
  private static func endRecord(_ reader: ByteReader, _ count: Int) -> Int? {
    guard count >= 22 else { return nil }
    for at in stride(from: count - 22, through: max(0, count - 22 - 65_535), by: -1)
    where reader.little32(at) == 0x0605_4B50 {
      return at
    }
    return nil
  }

  private static func unpack(
    _ packed: ArraySlice<UInt8>, method: Int, size: Int, _ path: String
  ) throws(DocumentLuaError) -> [UInt8] {
    switch method {
    case 0: return Array(packed)
    case 8:
      guard let contents = run(Array(packed), size: size, cz_inflate_raw, inflate, inflateEnd)
      else { throw DocumentLuaError("entry \(path) of the zip archive is damaged") }
      return contents
    default:
      throw DocumentLuaError(
        "entry \(path) of the zip archive is packed in a way (\(method)) that is not known here")
    }
  }

  /// Passes all of `input` through zlib at once; nil if it doesn't end in at most `size` bytes.
  private static func run(
    _ input: [UInt8], size: Int, _ open: (UnsafeMutablePointer<z_stream>?) -> Int32,
    _ step: (UnsafeMutablePointer<z_stream>?, Int32) -> Int32,
    _ close: (UnsafeMutablePointer<z_stream>?) -> Int32
  ) -> [UInt8]? {
    var input = input
    var output = [UInt8](repeating: 0, count: max(size, 1))
    let count: Int? = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        var stream = z_stream()
        stream.next_in = source.baseAddress
        stream.avail_in = UInt32(source.count)
        stream.next_out = target.baseAddress
        stream.avail_out = UInt32(target.count)
        guard open(&stream) == Z_OK else { return nil }
        defer { _ = close(&stream) }
        guard step(&stream, Z_FINISH) == Z_STREAM_END else { return nil }
        return Int(stream.total_out)
      }
    }
    guard let count else { return nil }
    output.removeLast(output.count - count)
    return output
  }

  // MARK: Writing

  static func bytes(of entries: [Entry]) throws(DocumentLuaError) -> [UInt8] {
    var out: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      guard entry.contents.count < 1 << 31, entry.path.utf8.count < 1 << 16 else {
        throw DocumentLuaError("entry \(entry.path.prefix(40)) is too large for a zip archive")
      }
      let deflated = run(
        entry.contents, size: entry.contents.count, cz_deflate_raw, deflate, deflateEnd)
      let isPacked = (deflated?.count ?? .max) < entry.contents.count
      let packed = isPacked ? deflated ?? [] : entry.contents
      let (date, time) = stamp(entry.time)
      let path = Array(entry.path.utf8)
      let checksum = entry.contents.withUnsafeBufferPointer {
        crc32(0, $0.baseAddress, UInt32($0.count))
      }
      // Version 2.0; names are UTF-8; packed as well as zlib does by default.
      var common: [UInt8] = []
      for value in [20, 0x0802, isPacked ? 8 : 0, time, date] { common += little(value, 2) }
      for value in [entry.contents.isEmpty ? 0 : Int(checksum), packed.count, entry.contents.count]
      {
        common += little(value, 4)
      }
      common += little(path.count, 2) + little(0, 2)
      let start = out.count
      out += little(0x0403_4B50, 4) + common + path + packed
      directory += little(0x0201_4B50, 4) + little(0, 2) + common
      for _ in 0..<3 { directory += little(0, 2) }
      directory += little(0, 4) + little(start, 4) + path
    }
    let start = out.count
    out += directory
    out += little(0x0605_4B50, 4) + little(0, 4)
    out += little(entries.count, 2) + little(entries.count, 2)
    return out + little(directory.count, 4) + little(start, 4) + little(0, 2)
  }

  private static func little(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  // MARK: Time, in two halves of MS-DOS: days from 1980, and steps of two seconds

  private static func stamp(_ seconds: Int) -> (date: Int, time: Int) {
    let (day, second) = seconds.quotientAndRemainder(dividingBy: 86_400)
    let date = CivilDate(day: day)
    guard seconds >= 0, (1980...2107).contains(date.year) else { return (0x21, 0) }
    return (
      (date.year - 1980) << 9 | date.month << 5 | date.day,
      (second / 3600) << 11 | (second / 60 % 60) << 5 | second % 60 / 2
    )
  }

  private static func seconds(date: Int, time: Int) -> Int {
    let day = CivilDate(year: date >> 9 + 1980, month: date >> 5 & 15, day: date & 31).number
    return day * 86_400 + (time >> 11) * 3600 + (time >> 5 & 63) * 60 + (time & 31) * 2
  }
}

/// A day of the Gregorian calendar, and its number from 1 January 1970 (Howard Hinnant, “chrono-Compatible Low-Level Date
/// Algorithms”).
struct CivilDate {
  var year: Int
  var month: Int
  var day: Int

  init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  init(day number: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let ofEra = shifted - era * 146_097
    let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let place = (5 * ofYear + 2) / 153
    day = ofYear - (153 * place + 2) / 5 + 1
    month = place < 10 ? place + 3 : place - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  var number: Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let ofYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + ofYear - 719_468
  }
}

import DocumentModel
import JSONCodec

/// How characters and attributes stand in HTML.
enum HTMLText {
  /// Writes running text. Quotation marks stay, as they are no danger there; the arrows ↩ and ↔ get the selector that
  /// keeps them from being shown as coloured pictures.
  static func write(_ text: String, _ buffer: inout ByteBuffer) {
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      for place in 0..<bytes.count {
        switch bytes[place] {
        case UInt8(ascii: "&"): escape("&amp;", bytes, &start, place, &buffer)
        case UInt8(ascii: "<"): escape("&lt;", bytes, &start, place, &buffer)
        case UInt8(ascii: ">"): escape("&gt;", bytes, &start, place, &buffer)
        case 0x86 where place > 0 && place + 1 < bytes.count && bytes[place - 1] == 0xE2:
          guard bytes[place + 1] == 0xA9 || bytes[place + 1] == 0x94 else { continue }
          buffer.append(bytes.baseAddress! + start, place + 2 - start)
          buffer.append("\u{FE0E}")
          start = place + 2
        default: continue
        }
      }
      if let base = bytes.baseAddress { buffer.append(base + start, bytes.count - start) }
    }
  }

  /// Writes the text of an attribute or a code block, with quotation marks escaped too.
  static func writeQuoted(_ text: String, _ buffer: inout ByteBuffer) {
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      for place in 0..<bytes.count {
        switch bytes[place] {
        case UInt8(ascii: "&"): escape("&amp;", bytes, &start, place, &buffer)
        case UInt8(ascii: "<"): escape("&lt;", bytes, &start, place, &buffer)
        case UInt8(ascii: ">"): escape("&gt;", bytes, &start, place, &buffer)
        case UInt8(ascii: "\""): escape("&quot;", bytes, &start, place, &buffer)
        case UInt8(ascii: "'"): escape("&#39;", bytes, &start, place, &buffer)
        default: continue
        }
      }
      if let base = bytes.baseAddress { buffer.append(base + start, bytes.count - start) }
    }
  }

  @inline(__always)
  private static func escape(
    _ entity: StaticString, _ bytes: UnsafeBufferPointer<UInt8>, _ start: inout Int, _ place: Int,
    _ buffer: inout ByteBuffer
  ) {
    buffer.append(bytes.baseAddress! + start, place - start)
    buffer.append(entity)
    start = place + 1
  }

  /// Writes ` name="value"`.
  static func attribute(_ name: StaticString, _ value: String, _ buffer: inout ByteBuffer) {
    buffer.append(" ")
    buffer.append(name)
    buffer.append("=\"")
    writeQuoted(value, &buffer)
    buffer.append("\"")
  }

  /// Writes identifier, classes and attributes.
  static func attributes(_ attr: Attr, _ buffer: inout ByteBuffer) {
    if attr.isEmpty { return }
    if !attr.identifier.isEmpty { attribute("id", attr.identifier, &buffer) }
    classes(attr.classes, &buffer)
    keyValues(attr.attributes, &buffer)
  }

  /// Writes ` class="…"` unless there is none; of equal ones the first.
  static func classes(_ classes: [String], _ buffer: inout ByteBuffer) {
    if classes.isEmpty { return }
    buffer.append(" class=\"")
    for (place, name) in classes.enumerated() {
      if classes[..<place].contains(name) { continue }
      if place > 0 { buffer.append(" ") }
      writeQuoted(name, &buffer)
    }
    buffer.append("\"")
  }

  /// Writes attributes: names that HTML knows as they are, others behind `data-`; of equal names the first.
  static func keyValues(_ attributes: [Attribute], _ buffer: inout ByteBuffer) {
    for (place, attribute) in attributes.enumerated() {
      if attributes[..<place].contains(where: { $0.name == attribute.name }) { continue }
      buffer.append(" ")
      if !isKnown(attribute.name) { buffer.append("data-") }
      writeQuoted(attribute.name, &buffer)
      buffer.append("=\"")
      writeQuoted(attribute.value, &buffer)
      buffer.append("\"")
    }
  }

  private static func isKnown(_ name: String) -> Bool {
    name.utf8.contains(UInt8(ascii: ":")) || name.hasPrefix("data-") || name.hasPrefix("aria-")
      || names.contains(name)
  }

  /// The attributes of HTML 5 and RDFa that pandoc lets stand.
  private static let names = Set(
    """
    abbr about accept accept-charset accesskey action allow allowfullscreen allowpaymentrequest \
    allowusermedia alt as async autocapitalize autocomplete autofocus autoplay charset checked cite \
    class color cols colspan content contenteditable controls coords crossorigin data datatype \
    datetime decoding default defer dir dirname disabled download draggable enctype enterkeyhint \
    fetchpriority for form formaction formenctype formmethod formnovalidate formtarget headers \
    height hidden high href hreflang http-equiv id imagesizes imagesrcset inputmode integrity is \
    ismap itemid itemprop itemref itemscope itemtype kind lang list loading loop low manifest max \
    maxlength media method min minlength multiple muted name nomodule nonce novalidate onabort \
    onafterprint onauxclick onbeforeprint onbeforeunload onblur oncancel oncanplay oncanplaythrough \
    onchange onclick onclose oncontextmenu oncopy oncuechange oncut ondblclick ondrag ondragend \
    ondragenter ondragexit ondragleave ondragover ondragstart ondrop ondurationchange onemptied \
    onended onerror onfocus onhashchange oninput oninvalid onkeydown onkeypress onkeyup \
    onlanguagechange onload onloadeddata onloadedmetadata onloadend onloadstart onmessage \
    onmessageerror onmousedown onmouseenter onmouseleave onmousemove onmouseout onmouseover \
    onmouseup onoffline ononline onpagehide onpageshow onpaste onpause onplay onplaying onpopstate \
    onprogress onratechange onrejectionhandled onreset onresize onscroll onsecuritypolicyviolation \
    onseeked onseeking onselect onstalled onstorage onsubmit onsuspend ontimeupdate ontoggle \
    onunhandledrejection onunload onvolumechange onwaiting onwheel open optimum pattern ping \
    placeholder playsinline poster prefix preload property readonly referrerpolicy rel required \
    resource rev reversed role rows rowspan sandbox scope selected shape size sizes slot span \
    spellcheck src srcdoc srclang srcset start step style tabindex target title translate type \
    typemustmatch typeof updateviacache usemap value vocab width workertype wrap
    """.split(separator: " ").map(String.init))
}

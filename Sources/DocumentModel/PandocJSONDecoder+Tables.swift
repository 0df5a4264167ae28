import JSONCodec

extension PandocJSONDecoder {
  @inline(never)
  mutating func table() throws(JSONError) -> Block {
    try enterTuple(6)
    let attr = try attr()
    try nextOfTuple(6)
    let caption = try caption()
    try nextOfTuple(6)
    let columns = try list { (me: inout Self) throws(JSONError) in try me.columnSpec() }
    try nextOfTuple(6)
    let (headAttr, headRows) = try headOrFoot()
    try nextOfTuple(6)
    let bodies = try list { (me: inout Self) throws(JSONError) in try me.tableBody() }
    try nextOfTuple(6)
    let (footAttr, footRows) = try headOrFoot()
    try leaveTuple(6)
    return .table(
      Table(
        attr: attr, caption: caption, columns: columns,
        head: TableHead(attr: headAttr, rows: headRows), bodies: bodies,
        foot: TableFoot(attr: footAttr, rows: footRows)))
  }

  mutating func caption() throws(JSONError) -> Caption {
    try enterTuple(2)
    var short: [Inline]?
    if try scanner.peekKind() == .null { try scanner.readNull() } else { short = try inlines() }
    try nextOfTuple(2)
    let long = try blocks()
    try leaveTuple(2)
    return Caption(short: short, long: long)
  }

  private mutating func columnSpec() throws(JSONError) -> ColumnSpec {
    try enterTuple(2)
    let alignment: Alignment = try constant("alignment")
    try nextOfTuple(2)
    let tagged = try enterTagged("a column's width")
    var width: Double?
    if matches(tagged.tag, "ColWidth") {
      guard tagged.hasContent else { throw missingContent(tagged) }
      width = try columnWidth()
      try leaveTagged(tagged)
    } else if matches(tagged.tag, "ColWidthDefault") {
      try leaveEmpty(tagged)
    } else {
      throw unknown(tagged, "column width")
    }
    try leaveTuple(2)
    return ColumnSpec(alignment, width: width)
  }

  /// Takes a number, or one of the words by which pandoc's library writes what JSON has no numbers for.
  private mutating func columnWidth() throws(JSONError) -> Double {
    _ = scanner.next()
    let start = scanner.offset
    switch try scanner.peekKind() {
    case .null:
      try scanner.readNull()
      return .nan
    case .string:
      switch try scanner.readString() {
      case "+inf": return .infinity
      case "-inf": return -.infinity
      case let text:
        throw scanner.error("a number was expected, and the string “\(text)” was found.", at: start)
      }
    default:
      let number = try scanner.readNumber()
      switch number {
      case .integer(let value): return Double(value)
      case .double(let value): return value
      case .text(let text): return Double(text) ?? .infinity
      }
    }
  }

  private mutating func headOrFoot() throws(JSONError) -> (Attr, [Row]) {
    try enterTuple(2)
    let attr = try attr()
    try nextOfTuple(2)
    let rows = try rows()
    try leaveTuple(2)
    return (attr, rows)
  }

  private mutating func tableBody() throws(JSONError) -> TableBody {
    var body = TableBody()
    try enterTuple(4)
    body.attr = try attr()
    try nextOfTuple(4)
    body.rowHeadColumns = try scanner.readInteger()
    try nextOfTuple(4)
    body.head = try rows()
    try nextOfTuple(4)
    body.rows = try rows()
    try leaveTuple(4)
    return body
  }

  private mutating func rows() throws(JSONError) -> [Row] {
    try list { (me: inout Self) throws(JSONError) in
      try me.enterTuple(2)
      let attr = try me.attr()
      try me.nextOfTuple(2)
      let cells = try me.list { (me: inout Self) throws(JSONError) in try me.cell() }
      try me.leaveTuple(2)
      return Row(attr: attr, cells: cells)
    }
  }

  private mutating func cell() throws(JSONError) -> Cell {
    var cell = Cell()
    try enterTuple(5)
    cell.attr = try attr()
    try nextOfTuple(5)
    cell.alignment = try constant("alignment")
    try nextOfTuple(5)
    cell.rowSpan = try scanner.readInteger()
    try nextOfTuple(5)
    cell.columnSpan = try scanner.readInteger()
    try nextOfTuple(5)
    cell.blocks = try blocks()
    try leaveTuple(5)
    return cell
  }
}

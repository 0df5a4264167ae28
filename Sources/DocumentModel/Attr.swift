/// An element's identifier, classes and further attributes.
package struct Attr: Equatable, Sendable {
  package var identifier: String
  package var classes: [String]
  /// Names and values in order; a name may stand twice.
  package var attributes: [Attribute]

  package init(
    _ identifier: String = "", classes: [String] = [], attributes: [Attribute] = []
  ) {
    self.identifier = identifier
    self.classes = classes
    self.attributes = attributes
  }

  /// No identifier, no classes, no attributes.
  package static let none = Attr()

  package var isEmpty: Bool { identifier.isEmpty && classes.isEmpty && attributes.isEmpty }

  /// The value of the first attribute of that name; setting nil removes all of that name.
  package subscript(name: String) -> String? {
    get { attributes.first { $0.name == name }?.value }
    set {
      if let newValue {
        if let place = attributes.firstIndex(where: { $0.name == name }) {
          attributes[place].value = newValue
        } else {
          attributes.append(Attribute(name, newValue))
        }
      } else {
        attributes.removeAll { $0.name == name }
      }
    }
  }
}

/// One attribute of an element.
package struct Attribute: Equatable, Sendable {
  package var name: String
  package var value: String

  package init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

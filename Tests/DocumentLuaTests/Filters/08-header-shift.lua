function Header(h) h.level = h.level + 1 h.attributes.shifted = 'yes' h.classes:insert 'moved' h.identifier = 'x-' .. h.identifier return h end

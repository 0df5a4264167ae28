function Meta(m) m.v = tostring(pandoc.types.Version '1.2.3') .. tostring(pandoc.types.Version { 2 } > pandoc.types.Version '1.9') .. #PANDOC_VERSION return m end

function Quoted(q) if q.quotetype == 'SingleQuote' then q.quotetype = 'DoubleQuote' return q end return pandoc.List { pandoc.Str '«' } .. q.content .. { pandoc.Str '»' } end

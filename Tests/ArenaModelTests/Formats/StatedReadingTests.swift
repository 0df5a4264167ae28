import ArenaModel
import Testing

@Suite struct StatedReadingTests {
  @Test(
    arguments: [
      ("13", 13), ("6 (8)", 6), ("3 + 2", 5), ("ca. 10", 10), ("ti", 10), ("21 stk.", 21),
      ("  7 ", 7), ("tre + 1", 4), ("(9)", nil), ("", nil), ("10-12", nil), ("mange", nil),
      ("ca 10 (noen gikk)", 10), ("99999999999999999999", nil), ("to til tre", nil),
    ] as [(String, Int?)])
  func countsKeepTheirTextAndSayWhatCanBeRead(_ text: String, _ number: Int?) {
    let stated = Stated.count(text)
    #expect(stated.number == number.map(Double.init))
    #expect(stated.text == text.trimmingBlanks)
  }

  @Test(
    arguments: [
      ("2020-03-02", "2020-03-02"), ("2.3.2020", "2020-03-02"), ("02.03.20", "2020-03-02"),
      ("2/3-20", "2020-03-02"), ("2. mars 2020", "2020-03-02"), ("March 2, 2020", "2020-03-02"),
      ("2nd March 2020", "2020-03-02"), ("før påske", nil),
      ("31.02.2020", nil), ("", nil), ("uke 12", nil), ("2. mars", nil),
      ("innen 1. april 2021, kl 12.30", "2021-04-01"), ("kl. 09.00-12.00", nil),
    ] as [(String, String?)])
  func datesSayTheDayWhereTheyNameOne(_ text: String, _ date: String?) {
    #expect(Stated.date(text).date?.description == date)
  }

  @Test func aDayWithoutYearIsTheFirstFromTheReferenceOn() throws {
    let arena = try #require(CalendarDate("2015-02-11"))
    #expect(Stated.date("mandag 2. mars kl 09.00", after: arena).date?.description == "2015-03-02")
    #expect(Stated.date("10. februar", after: arena).date?.description == "2016-02-10")
    #expect(Stated.date("2/3", after: arena).date?.description == "2015-03-02")
    #expect(Stated.date("onsdag 2. mars", after: arena).date?.description == "2016-03-02")
  }
}

/// What an element of the front matter means for the metadata.
enum MetadataElement: UInt8 {
    /// Any element not named below.
    case other
    // Their text is wanted.
    case articleID, journalTitle, abbreviatedTitle, subject, surname, givenNames, stringName, collaboration, year,
        volume, issue, firstPage, lastPage, locationID, pageRange, keyword, licenceReference, variableName,
        variableValue
    // What stands in them is looked at.
    case contributors, contributor, publicationDate, licence

    var hasText: Bool { (Self.articleID.rawValue...Self.variableValue.rawValue).contains(rawValue) }

    /// Those of local names.
    static let named: [String: MetadataElement] = [
        "article-id": .articleID, "journal-title": .journalTitle, "abbrev-journal-title": .abbreviatedTitle,
        "subject": .subject, "surname": .surname, "given-names": .givenNames, "string-name": .stringName,
        "collab": .collaboration, "year": .year, "volume": .volume, "issue": .issue, "fpage": .firstPage,
        "lpage": .lastPage, "elocation-id": .locationID, "page-range": .pageRange, "kwd": .keyword,
        "license_ref": .licenceReference, "meta-name": .variableName, "meta-value": .variableValue,
        "contrib-group": .contributors, "contrib": .contributor, "pub-date": .publicationDate, "license": .licence,
    ]
}

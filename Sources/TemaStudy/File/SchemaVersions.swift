/// The SQL that migrates each version of the schema to the next one.
///
/// A version that has been released is never edited, not even its white space: ``Schema/isIntact(_:version:)`` compares
/// the text of each statement with that in the file. A new version is a further string.
enum SchemaVersions {
    static let all = [version1, version2, version3, version4]

    private static let version1 = """
        CREATE TABLE actions (number INTEGER PRIMARY KEY, at TEXT NOT NULL, coder TEXT NOT NULL, name TEXT NOT \
        NULL, detail TEXT NOT NULL, reverts INTEGER, checksum INTEGER NOT NULL) STRICT;
        CREATE TABLE revisions (number INTEGER PRIMARY KEY, document TEXT NOT NULL, source TEXT NOT NULL, parent \
        TEXT, hash TEXT NOT NULL, text BLOB NOT NULL, structure TEXT NOT NULL, structure_hash TEXT NOT NULL) \
        STRICT;
        CREATE TABLE passages (revision INTEGER NOT NULL, number INTEGER NOT NULL, kind TEXT NOT NULL, \
        section_type TEXT NOT NULL, section INTEGER, language INTEGER, "start" INTEGER NOT NULL, "end" INTEGER \
        NOT NULL, PRIMARY KEY (revision, number)) STRICT, WITHOUT ROWID;
        CREATE TABLE documents (key TEXT NOT NULL, revision INTEGER NOT NULL, checksum INTEGER NOT NULL, since \
        INTEGER NOT NULL, until INTEGER) STRICT;
        CREATE UNIQUE INDEX documents_now ON documents (key) WHERE until IS NULL;
        CREATE INDEX documents_since ON documents (since);
        CREATE INDEX documents_until ON documents (until) WHERE until IS NOT NULL;
        CREATE TABLE codebooks (key TEXT NOT NULL, yaml TEXT NOT NULL, checksum INTEGER NOT NULL, since INTEGER \
        NOT NULL, until INTEGER) STRICT;
        CREATE UNIQUE INDEX codebooks_now ON codebooks (key) WHERE until IS NULL;
        CREATE INDEX codebooks_since ON codebooks (since);
        CREATE INDEX codebooks_until ON codebooks (until) WHERE until IS NOT NULL;
        CREATE TABLE codings (key TEXT NOT NULL, document TEXT NOT NULL, hash TEXT NOT NULL, passage INTEGER NOT \
        NULL, "start" INTEGER NOT NULL, "end" INTEGER NOT NULL, code TEXT NOT NULL, coder TEXT NOT NULL, quote \
        TEXT NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL, state TEXT NOT NULL, score REAL NOT NULL, at \
        TEXT NOT NULL, checksum INTEGER NOT NULL, since INTEGER NOT NULL, until INTEGER) STRICT;
        CREATE UNIQUE INDEX codings_now ON codings (key) WHERE until IS NULL;
        CREATE INDEX codings_since ON codings (since);
        CREATE INDEX codings_until ON codings (until) WHERE until IS NOT NULL;
        CREATE TABLE automatic (key TEXT NOT NULL, document TEXT NOT NULL, hash TEXT NOT NULL, passage INTEGER \
        NOT NULL, code TEXT NOT NULL, evidence TEXT NOT NULL, checksum INTEGER NOT NULL, since INTEGER NOT NULL, \
        until INTEGER) STRICT;
        CREATE UNIQUE INDEX automatic_now ON automatic (key) WHERE until IS NULL;
        CREATE INDEX automatic_since ON automatic (since);
        CREATE INDEX automatic_until ON automatic (until) WHERE until IS NOT NULL;
        CREATE TABLE decisions (key TEXT NOT NULL, document TEXT NOT NULL, hash TEXT NOT NULL, passage INTEGER \
        NOT NULL, code TEXT NOT NULL, coder TEXT NOT NULL, verdict TEXT NOT NULL, at TEXT NOT NULL, checksum \
        INTEGER NOT NULL, since INTEGER NOT NULL, until INTEGER) STRICT;
        CREATE UNIQUE INDEX decisions_now ON decisions (key) WHERE until IS NULL;
        CREATE INDEX decisions_since ON decisions (since);
        CREATE INDEX decisions_until ON decisions (until) WHERE until IS NOT NULL;
        CREATE TABLE memos (key TEXT NOT NULL, target TEXT NOT NULL, subject TEXT NOT NULL, coder TEXT NOT NULL, \
        text TEXT NOT NULL, at TEXT NOT NULL, checksum INTEGER NOT NULL, since INTEGER NOT NULL, until INTEGER) \
        STRICT;
        CREATE UNIQUE INDEX memos_now ON memos (key) WHERE until IS NULL;
        CREATE INDEX memos_since ON memos (since);
        CREATE INDEX memos_until ON memos (until) WHERE until IS NOT NULL;
        CREATE INDEX revisions_of_document ON revisions (document, hash);
        CREATE INDEX codings_of_document ON codings (document, "start", "end") WHERE until IS NULL;
        """

    /// Adds a table for parts of other programs' projects that Tema does not use.
    private static let version2 = """
        CREATE TABLE kept (key TEXT NOT NULL, bytes BLOB NOT NULL, checksum INTEGER NOT NULL, since INTEGER NOT \
        NULL, until INTEGER) STRICT;
        CREATE UNIQUE INDEX kept_now ON kept (key) WHERE until IS NULL;
        CREATE INDEX kept_since ON kept (since);
        CREATE INDEX kept_until ON kept (until) WHERE until IS NOT NULL;
        """

    /// Adds a table for the documents that coders have finished, and two that count rows. The rows of the history and
    /// the counters are kept apart, so that damage to one page does not take both.
    private static let version3 = """
        CREATE TABLE done (key TEXT NOT NULL, document TEXT NOT NULL, coder TEXT NOT NULL, at TEXT NOT NULL, \
        checksum INTEGER NOT NULL, since INTEGER NOT NULL, until INTEGER) STRICT;
        CREATE UNIQUE INDEX done_now ON done (key) WHERE until IS NULL;
        CREATE INDEX done_since ON done (since);
        CREATE INDEX done_until ON done (until) WHERE until IS NOT NULL;
        CREATE TABLE counters (name TEXT NOT NULL PRIMARY KEY, action INTEGER NOT NULL, valid INTEGER NOT NULL, \
        checksum INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE tallies (action INTEGER NOT NULL, name TEXT NOT NULL, added INTEGER NOT NULL, ended INTEGER \
        NOT NULL, valid INTEGER NOT NULL, checksum INTEGER NOT NULL, PRIMARY KEY (action, name)) STRICT, WITHOUT \
        ROWID;
        """

    /// Adds tables for a team: its coders, the documents assigned to them, its rules, and the outcomes of reconciliations.
    private static let version4 = """
        CREATE TABLE coders (key TEXT NOT NULL, role TEXT NOT NULL, at TEXT NOT NULL, checksum INTEGER NOT NULL, \
        since INTEGER NOT NULL, until INTEGER) STRICT;
        CREATE UNIQUE INDEX coders_now ON coders (key) WHERE until IS NULL;
        CREATE INDEX coders_since ON coders (since);
        CREATE INDEX coders_until ON coders (until) WHERE until IS NOT NULL;
        CREATE TABLE assignments (key TEXT NOT NULL, document TEXT NOT NULL, coder TEXT NOT NULL, assigner TEXT NOT \
        NULL, at TEXT NOT NULL, checksum INTEGER NOT NULL, since INTEGER NOT NULL, until INTEGER) STRICT;
        CREATE UNIQUE INDEX assignments_now ON assignments (key) WHERE until IS NULL;
        CREATE INDEX assignments_since ON assignments (since);
        CREATE INDEX assignments_until ON assignments (until) WHERE until IS NOT NULL;
        CREATE TABLE rules (key TEXT NOT NULL, value INTEGER NOT NULL, at TEXT NOT NULL, checksum INTEGER NOT NULL, \
        since INTEGER NOT NULL, until INTEGER) STRICT;
        CREATE UNIQUE INDEX rules_now ON rules (key) WHERE until IS NULL;
        CREATE INDEX rules_since ON rules (since);
        CREATE INDEX rules_until ON rules (until) WHERE until IS NOT NULL;
        CREATE TABLE reconciliations (key TEXT NOT NULL, document TEXT NOT NULL, hash TEXT NOT NULL, "start" INTEGER \
        NOT NULL, "end" INTEGER NOT NULL, codes TEXT NOT NULL, choice TEXT NOT NULL, note TEXT NOT NULL, coder TEXT \
        NOT NULL, at TEXT NOT NULL, checksum INTEGER NOT NULL, since INTEGER NOT NULL, until INTEGER) STRICT;
        CREATE UNIQUE INDEX reconciliations_now ON reconciliations (key) WHERE until IS NULL;
        CREATE INDEX reconciliations_since ON reconciliations (since);
        CREATE INDEX reconciliations_until ON reconciliations (until) WHERE until IS NOT NULL;
        """
}

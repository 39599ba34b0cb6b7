import GRDB
import TestSupport

extension TemporaryFolder {
    /// Creates a database from SQL.
    func database(_ name: String, _ sql: String) throws {
        let queue = try DatabaseQueue(path: "\(path)/\(name)")
        try queue.inDatabase { try $0.execute(sql: sql) }
        try queue.close()
    }
}

/// SQL of other programs' projects, composed for tests.
enum ForeignProjects {
    static let taguette = """
        CREATE TABLE users (login VARCHAR(30) PRIMARY KEY, created DATETIME);
        CREATE TABLE projects (id INTEGER PRIMARY KEY AUTOINCREMENT, name VARCHAR(200), description TEXT, created DATETIME);
        CREATE TABLE documents (id INTEGER PRIMARY KEY AUTOINCREMENT, name VARCHAR(200), description TEXT, filename VARCHAR(200),
            created DATETIME, project_id INTEGER, text_direction VARCHAR, contents TEXT);
        CREATE TABLE highlights (id INTEGER PRIMARY KEY AUTOINCREMENT, document_id INTEGER, start_offset INTEGER,
            end_offset INTEGER, snippet TEXT);
        CREATE TABLE tags (id INTEGER PRIMARY KEY AUTOINCREMENT, project_id INTEGER, path VARCHAR(200), description TEXT);
        CREATE TABLE highlight_tags (highlight_id INTEGER, tag_id INTEGER, PRIMARY KEY (highlight_id, tag_id));
        CREATE TABLE commands (id INTEGER PRIMARY KEY AUTOINCREMENT, date DATETIME, user_login VARCHAR(30), project_id INTEGER,
            document_id INTEGER, payload TEXT);
        INSERT INTO projects VALUES (1, 'Two homes', 'On moving', '2026-01-30 10:00:00');
        INSERT INTO documents VALUES (4, 'maria.txt', 'The first', 'maria.txt', '2026-01-30 10:00:00', 1, 'LEFT_TO_RIGHT',
            '<h1>María</h1>\n<p>They took  &amp; sold it. 😀 <b>All</b> of it.</p>\n<ul><li>House</li><li>Boat</li></ul>');
        INSERT INTO tags VALUES (1, 1, 'loss.home', 'Losing a home'), (2, 1, 'Hope!', '');
        INSERT INTO highlights VALUES (1, 4, 12, 24, 'took  &amp; sold'), (2, 4, 34, 37, '<b>All</b>'),
            (3, 4, 45, 53, ''), (4, 4, 12, 16, 'took'), (5, 4, 900, 990, 'x'), (6, 9, 1, 2, 'x');
        INSERT INTO highlight_tags VALUES (1, 1), (1, 2), (2, 1), (3, 2), (5, 1), (6, 1);
        INSERT INTO commands VALUES (1, '2026-01-31 12:00:00.123456', 'ana', 1, 4,
            '{"type": "highlight_add", "highlight_id": 1, "start_offset": 12, "end_offset": 24, "tags": [1, 2]}'),
            (2, '2026-01-31 13:00:00', 'admin', 1, 4, '{"type": "highlight_add", "highlight_id": 2}'), (3, NULL, 'x', 1, 4, 'no');
        """

    static let qualCoder = """
        CREATE TABLE project (databaseversion text, date text, memo text, about text);
        CREATE TABLE source (id integer primary key, name text, fulltext text, mediapath text, memo text, owner text, date text);
        CREATE TABLE code_cat (catid integer primary key, name text, owner text, date text, memo text, supercatid integer);
        CREATE TABLE code_name (cid integer primary key, name text, memo text, catid integer, owner text, date text, color text);
        CREATE TABLE code_text (ctid integer primary key, cid integer, fid integer, seltext text, pos0 integer, pos1 integer,
            owner text, date text, memo text, avid integer, important integer);
        CREATE TABLE code_image (imid integer primary key, id integer, cid integer, memo text);
        CREATE TABLE code_av (avid integer primary key, id integer, cid integer, memo text);
        CREATE TABLE annotation (anid integer primary key, fid integer, pos0 integer, pos1 integer, memo text, owner text, date text);
        CREATE TABLE attribute (attrid integer primary key, name text, attr_type text, value text, id integer);
        CREATE TABLE cases (caseid integer primary key, name text, memo text, owner text, date text);
        CREATE TABLE case_text (id integer primary key, caseid integer, fid integer, pos0 integer, pos1 integer);
        CREATE TABLE journal (jid integer primary key, name text, jentry text, date text, owner text);
        INSERT INTO project VALUES ('v11', '2026-01-30 10:00:00', 'On moving', 'QualCoder');
        INSERT INTO source VALUES (1, 'maria.txt', '😀 They took it.' || char(13, 10) || 'Then we left.', NULL, 'The first', 'ana',
            '2026-01-30 10:00:00'), (2, 'boat.jpg', NULL, '/images/boat.jpg', '', 'ana', '2026-01-30 10:00:00');
        INSERT INTO code_cat VALUES (1, 'Loss', 'ana', '', 'What went', NULL), (2, 'Home', 'ana', '', '', 1);
        INSERT INTO code_name VALUES (1, 'Lost house', 'A house', 2, 'ana', '', '#F4FA58'), (2, 'Hope', NULL, NULL, 'ana', '', 'red');
        INSERT INTO code_text VALUES (1, 1, 1, 'took', 7, 11, 'ana', '2026-01-31 12:00:00', 'sad', NULL, 1),
            (2, 2, 1, 'took', 8, 12, 'ben', '2026-01-31 12:00:00', '', NULL, NULL),
            (3, 2, 1, 'we left', 22, 29, 'ana', '', NULL, NULL, NULL), (4, 2, 1, 'left', 0, 1, 'ana', '', NULL, NULL, NULL),
            (5, 9, 1, 'it', 1, 2, 'ana', '', NULL, NULL, NULL), (6, 1, 9, 'it', 1, 2, 'ana', '', NULL, NULL, NULL);
        INSERT INTO code_image VALUES (1, 2, 1, '');
        INSERT INTO annotation VALUES (1, 1, 2, 6, 'who?', 'ben', '2026-01-31 12:00:00');
        INSERT INTO attribute VALUES (1, 'country', 'file', 'Nepal', 1), (2, 'age', 'case', '41', 7), (3, 'age', 'case', '', 7);
        INSERT INTO cases VALUES (7, 'Maria', 'Met twice', 'ana', '');
        INSERT INTO case_text VALUES (1, 7, 1, 0, 10);
        INSERT INTO journal VALUES (1, 'Day one', 'It rained.', '2026-01-31 12:00:00', 'ana');
        """

    static let rqda = """
        CREATE TABLE source (name text, id integer, file text, memo text, owner text, date text, dateM text, status integer);
        CREATE TABLE freecode (name text, memo text, owner text, date text, dateM text, id integer, status integer, color text);
        CREATE TABLE treecode (cid integer, catid integer owner text, date text, dateM text, memo text, status integer);
        CREATE TABLE codecat (name text, cid integer, catid integer, owner text, date text, dateM text, memo text, status integer);
        CREATE TABLE coding (cid integer, fid integer, seltext text, selfirst real, selend real, status integer, owner text, date text,
            memo text);
        CREATE TABLE coding2 (cid integer, fid integer, seltext text, selfirst real, selend real, status integer, owner text, date text,
            memo text);
        CREATE TABLE cases (name text, memo text, owner text, date text, dateM text, id integer, status integer);
        CREATE TABLE caselinkage (caseid integer, fid integer, selfirst real, selend real, status integer, owner text, date text,
            memo text);
        CREATE TABLE caseAttr (variable text, value text, caseID integer, date text, dateM text, owner text, status integer);
        CREATE TABLE fileAttr (variable text, value text, fileID integer, date text, dateM text, owner text, status integer);
        CREATE TABLE filecat (name text, fid integer, catid integer, owner text, date text, dateM text, memo text, status integer);
        CREATE TABLE treefile (fid integer, catid integer, owner text, date text, dateM text, memo text, status integer);
        CREATE TABLE annotation (fid integer, position integer, annotation text, owner text, date text, dateM text, status integer);
        CREATE TABLE journal (name text, journal text, date text, dateM text, owner text, status integer);
        CREATE TABLE project (databaseversion text, date text, dateM text, memo text, about text);
        INSERT INTO project VALUES ('0.2.0', '', '', 'On rain', '');
        INSERT INTO source VALUES ('ayu', 1, '😀 It rained. We stayed.', 'First', 'ana', 'Sat Jan 31 12:00:00 2026', NULL, 1),
            ('gone', 2, 'Deleted', '', 'ana', '', '', 0);
        INSERT INTO freecode VALUES ('Rain', 'Water', 'ana', '', '', 1, 1, '#F4FA58'), ('Home', NULL, 'ana', '', '', 2, 1, NULL),
            ('Old', NULL, 'ana', '', '', 3, 0, NULL);
        INSERT INTO codecat VALUES ('Weather', NULL, 5, 'ana', '', '', 'Sky', 1), ('Other', NULL, 6, 'ana', '', '', '', 1),
            ('Removed', NULL, 7, 'ana', '', '', '', 0);
        INSERT INTO treecode (cid, catid, status) VALUES (1, 5, 1), (1, 6, 1), (2, 7, 1), (2, 6, 0);
        INSERT INTO coding VALUES (1, 1, 'It rained', 2.0, 11.0, 1, 'ana', 'Sat Jan 31 12:00:00 2026', 'wet'),
            (2, 1, 'We stayed', 14, 23, 1, 'ben', '', ''), (1, 1, 'It', 2, 4, 0, 'ana', '', ''), (3, 1, 'It', 2, 4, 1, 'ana', '', ''),
            (1, 2, 'x', 0, 1, 1, 'ana', '', '');
        INSERT INTO coding2 VALUES (2, 1, 'stayed', 16, 22, 1, 'cor', '', '');
        INSERT INTO cases VALUES ('Ayu', 'Met once', 'ana', '', '', 4, 1), ('No one', '', 'ana', '', '', 5, 0);
        INSERT INTO caselinkage VALUES (4, 1, 0, 24, 1, 'ana', '', ''), (5, 1, 0, 24, 1, 'ana', '', '');
        INSERT INTO caseAttr VALUES ('age', '41', 4, '', '', 'ana', 1), ('age', '50', 4, '', '', 'ana', 0);
        INSERT INTO fileAttr VALUES ('place', 'Medan', 1, '', '', 'ana', 1);
        INSERT INTO filecat VALUES ('Talks', NULL, 9, 'ana', '', '', '', 1);
        INSERT INTO treefile VALUES (1, 9, 'ana', '', '', '', 1);
        INSERT INTO annotation VALUES (1, 3, 'who?', 'ben', '', '', 1);
        INSERT INTO journal VALUES ('Day one', 'It rained.', '', '', 'ana', 1);
        """
}

package org.rongyi.platform.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.LookAgain;
import org.rongyi.RongyiTest;
import org.rongyi.care.need.Needs;
import org.rongyi.care.visit.CorrectVisit;
import org.rongyi.care.visit.Drafts;
import org.rongyi.care.visit.RecordVisit;
import org.rongyi.care.visit.Result;
import org.rongyi.care.visit.Sent;
import org.rongyi.care.visit.VisitContent;
import org.rongyi.care.visit.VisitPhotos;
import org.rongyi.career.campaign.Gathering;
import org.rongyi.demo.TestCounty;
import org.rongyi.insight.figures.Recount;
import org.rongyi.people.person.AskCorrection;
import org.rongyi.people.person.CorrectionRequest;
import org.rongyi.platform.access.Personas;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.approval.OtherRaised;
import org.rongyi.platform.approval.apply.Applied;
import org.rongyi.platform.database.SideDatabase;
import org.rongyi.platform.database.Superuser;
import org.rongyi.platform.documents.FileId;
import org.rongyi.platform.documents.FileStore;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.vault.SealedColumn;
import org.rongyi.platform.vault.SealedPlace;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("清除泄密内容：凭文件、两个人，一条记录里的话、历史、草稿、照片一处不留；留痕留着谁、何时、凭什么")
class RemovalTest {

    /** Columns into which somebody's words could be written, and which no room has spoken of. */
    private static final String UNDECLARED = """
            select n.nspname || '.' || c.relname || '.' || a.attname
            from pg_attribute a
            join pg_class c on c.oid = a.attrelid
            join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and not c.relispartition and a.attnum > 0 and not a.attisdropped
              and a.atttypid in ('text'::regtype, 'varchar'::regtype, 'bpchar'::regtype, 'text[]'::regtype, 'bytea'::regtype,
                                 'json'::regtype, 'jsonb'::regtype)
              and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'flyway')
              and not exists (
                  select from removal.holding h
                  where h.place = n.nspname || '.' || c.relname
                    and (h.away or a.attname = any (h.words)
                         or a.attname in (select split_part(x, ':', 1) from unnest(h.sealed || h.json) x)
                         or a.attname in (select replace(x, '[]', '') from unnest(h.files) x)
                         or h.change ~ ('(^|, )' || a.attname || ' = ')))
              and not exists (select from removal.plain p
                              where p.place = n.nspname || '.' || c.relname and a.attname = any (p.columns))
            order by 1
            """;

    /** Declared, and not there. */
    private static final String GONE = """
            select p.place || '.' || col
            from removal.plain p cross join unnest(p.columns) col
            where not exists (select from pg_attribute a where a.attrelid = p.place::regclass and a.attname = col and not a.attisdropped)
            order by 1
            """;

    /** Told as they were until their messages named their record: one of that name was revoked, another came. */
    private static final String CLIENTS_BEFORE = """
            insert into access.account (id, username, name, created_at)
            values ('0190a1b2-0000-7000-8000-00000000000a', 'a', '甲', now()), ('0190a1b2-0000-7000-8000-00000000000b', 'b', '乙', now());
            insert into access.client (id, key_id, name, contact, purpose, territory, grants, per_minute, per_day, state, proposed_by,
                                       proposed_name, proposed_at, decided_at, revoked_at, revoked_for)
            select ('0190a1b2-0000-7000-8000-00000000000' || c.key)::uuid, c.key, c.name, '020', c.purpose, 441224000000,
                   '{CASE_STATE}', 1, 1, c.state, '0190a1b2-0000-7000-8000-00000000000a', '甲', c.proposed::timestamptz,
                   c.proposed::timestamptz + interval '1 hour', c.revoked::timestamptz, c.reason
            from (values ('1', '某市办事网', '查桃李', 'REVOKED', '2026-01-01 09:00+08', '2026-01-03 09:00+08', '桃李'),
                         ('2', '某市办事网', '查进度', 'IN_USE', '2026-01-04 09:00+08', null, null),
                         ('3', '别的', '查', 'REVOKED', '2026-01-01 09:00+08', '2026-01-05 09:00+08', '合同到期'))
                 c (key, name, purpose, state, proposed, revoked, reason);
            insert into notice.message (id, template, topic, record_id, account_id, kind, title, body, at)
            select gen_random_uuid(), m.template, m.template, gen_random_uuid(),
                   ('0190a1b2-0000-7000-8000-00000000000' || m.account)::uuid, 'SAFETY', '接口用户', m.body,
                   m.at::timestamptz + interval '3 milliseconds'
            from (values ('a', 'client.registered', '2026-01-01 09:00+08', '“某市办事网”登记为接口用户。用途：查桃李。'),
                         ('b', 'client.registered', '2026-01-01 09:00+08', '“某市办事网”登记为接口用户。用途：查桃李。'),
                         ('a', 'client.approved', '2026-01-01 10:00+08', '接口用户“某市办事网”已经批准。'),
                         ('a', 'client.revoked', '2026-01-03 09:00+08', '接口用户“某市办事网”已经停用。原因：桃李。'),
                         ('a', 'client.registered', '2026-01-04 09:00+08', '“某市办事网”登记为接口用户。用途：查进度。'),
                         ('a', 'client.revoked', '2026-01-05 09:00+08', '接口用户“别的”已经停用。原因：合同到期。'))
                 m (account, template, at, body)
            """;

    private static final String LETTERS = "桃李梅杏梨枣柿橘";

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Acts acts;

    @Autowired
    private Transactions transactions;

    @Autowired
    private Removals removals;

    @Autowired
    private ProposeRemoval propose;

    @Autowired
    private ConfirmRemoval confirm;

    @Autowired
    private Recount recount;

    @Autowired
    private List<SealedPlace> places;

    @Autowired
    @Qualifier("job")
    private JdbcClient everything;

    @Autowired
    private Clock clock;

    @LocalServerPort
    private int port;

    private Map<String, Personas.Entry> personas;
    private Actor.Office clerk;
    private Actor.Office leader;
    private Actor.Office security;
    private String secret;

    @BeforeEach
    void county() {
        personas = TestCounty.ensure(program);
        clerk = TestCounty.office(program, "cun");
        leader = TestCounty.office(program, "juzhang");
        security = TestCounty.office(program, "anquan");
        secret = Ids.next()
                .toString()
                .chars()
                .filter(Character::isLetterOrDigit)
                .mapToObj(c -> String.valueOf(LETTERS.charAt(Character.digit(c, 16) % 8)))
                .collect(Collectors.joining());
    }

    @Test
    @DisplayName("数据库里每一列能写字的，各房间都说过：写的是话，还是代码、姓名、编号；多一列就不行")
    void everyColumnIsSpokenOf() {
        assertThat(everything.sql(UNDECLARED).query(String.class).list()).isEmpty();
        assertThat(everything.sql(GONE).query(String.class).list()).isEmpty();
        var sealed = everything
                .sql("select place || '.' || split_part(s, ':', 1) from removal.holding h, unnest(h.sealed) s where"
                        + " not h.fixed")
                .query(String.class)
                .list();
        assertThat(places.stream().filter(SealedColumn.class::isInstance).map(SealedPlace::name))
                .containsAll(sealed);
    }

    @Test
    @DisplayName("登记的每一种记录，清除的话都写得对：没有这条记录，就一处也没有，也不出错")
    void everyDeclarationCanBeCarriedOut() throws SQLException {
        try (var connection = new Superuser(program).connect()) {
            connection.setAutoCommit(false);
            for (var root : everything
                    .sql("select place from removal.root")
                    .query(String.class)
                    .list()) {
                var id = entered(connection, root, UUID.randomUUID());
                assertThat(numbers(connection, "select count(*) from removal.sealed_cells('" + id + "')"))
                        .isZero();
                numbers(connection, "select count(*) from (select removal.carry_out('" + id + "')) x");
                assertThat(numbers(
                                connection,
                                "select count(*) from removal.removal where id = '" + id + "' and cleared = '{}'"))
                        .isEqualTo(1);
            }
            connection.rollback();
        }
        assertThat(transactions.read(leader, () -> removals.findRecord(leader, UUID.randomUUID())))
                .isEmpty();
    }

    @Test
    @DisplayName("走访：所谈、带去、更正前的样子、需求、草稿、照片，核准以后哪张表里都找不到，页面上写已按规定清除")
    void nothingOfAVisitIsLeft() throws IOException, SQLException {
        var person = person();
        var visit = visit(person);
        assertThat(places(secret)).isNotEmpty();
        var path = "/visits/" + visit;
        var file = new FileId(everything
                .sql("select file_id from visit.photo where visit_id = :id")
                .param("id", visit)
                .query(String.class)
                .single());
        assertThat(program.getBean(FileStore.class).get(file)).isPresent();

        var asked = act(
                "juzhang",
                "/removals",
                Map.of(
                        "address",
                        "http://localhost" + path + "?x=1",
                        "authority",
                        "怀集县国家保密局",
                        "paper",
                        "怀密函〔2026〕1号",
                        "paperOn",
                        LocalDate.now(clock).toString()));
        assertThat(asked.statusCode()).isEqualTo(303);
        var removal = asked.headers().firstValue("Location").orElseThrow();
        assertThat(places(secret)).isNotEmpty();
        assertThat(at("anquan").get(removal).body())
                .contains("怀密函〔2026〕1号", "核准并清除")
                .doesNotContain(secret);
        assertThat(act("anquan", removal + "/confirmation", Map.of()).statusCode())
                .isEqualTo(303);

        assertThat(places(secret)).isEmpty();
        assertThat(program.getBean(FileStore.class).get(file)).isEmpty();
        assertThat(at("cun").get(path).body()).contains(Removal.MARK).doesNotContain(secret);
        assertThat(at("shenji").get(removal).body())
                .contains("已清除", "怀密函〔2026〕1号", "销毁 1 个")
                .doesNotContain(secret);
        assertThat(at("shenji").get("/removals").body()).contains("怀密函〔2026〕1号");
        assertThat(at("cun").get(removal).statusCode()).isEqualTo(403);
        var told = everything
                .sql("select coalesce(before, '') || after from audit.trail where act = 'ConfirmRemoval' and"
                        + " subject = :id")
                .param("id", UUID.fromString(removal.substring(removal.lastIndexOf('/') + 1)))
                .query(String.class)
                .single();
        assertThat(told).contains("已清除", "怀密函〔2026〕1号").doesNotContain(secret);
    }

    @Test
    @DisplayName("清除过的不再提：走访、走访里的需求都说没有话了；以后又写进话的，还可以清除")
    void whatIsClearedIsNotOfferedAgain() throws IOException {
        var visit = visit(person());
        var need = everything
                .sql("select id from need.need where source_id = :visit")
                .param("visit", visit)
                .query(UUID.class)
                .single();
        confirm(propose("/visits/" + visit));
        assertThat(acts.perform(leader, propose, command("/visits/" + visit)))
                .isInstanceOf(ProposeRemoval.Outcome.ClearedAlready.class);
        assertThat(acts.perform(leader, propose, command("/needs/" + need)))
                .isInstanceOf(ProposeRemoval.Outcome.NothingThere.class);
        var asked = act(
                "juzhang",
                "/removals",
                Map.of(
                        "address",
                        "/visits/" + visit,
                        "authority",
                        "怀集县国家保密局",
                        "paper",
                        "怀密函〔2026〕3号",
                        "paperOn",
                        LocalDate.now(clock).toString()));
        assertThat(asked.statusCode()).isEqualTo(422);
        assertThat(asked.body()).contains("这条记录已经在", "清除过，以后没有再写进什么");
        correct(visit, 3, content(attendee(visit), "米", "又谈到" + secret));
        var again = propose("/visits/" + visit);
        assertThat(transactions.read(leader, () -> removals.count("visit.visit", visit)))
                .isNotEmpty();
        confirm(again);
        assertThat(transactions.read(leader, () -> removals.count("visit.visit", visit)))
                .isEmpty();
    }

    @Test
    @DisplayName("两个安全管理员同时核准同一份：一个清除了，另一个看到已经有了结果")
    void oneOfTwoAtOnceCarriesItOut() throws Exception {
        var removal = propose("/visits/" + visit(person()));
        var other = TestCounty.besides(program, security, Role.SECURITY_ADMIN);
        List<ConfirmRemoval.Outcome> outcomes;
        try (var both = Executors.newFixedThreadPool(2)) {
            var first = both.submit(() -> confirmed(security, removal));
            var second = both.submit(() -> confirmed(other, removal));
            outcomes = List.of(first.get(), second.get());
        }
        assertThat(outcomes).hasAtLeastOneElementOfType(ConfirmRemoval.Outcome.Confirmed.class);
        assertThat(outcomes).hasAtLeastOneElementOfType(ConfirmRemoval.Outcome.NothingWaits.class);
        assertThat(places(secret)).isEmpty();
    }

    @Test
    @DisplayName("正在更正的等他写完再清除，他新写的也清除；清除以前打开的更正，清除以后交不上来")
    void aCorrectionThatRunsIsAwaited() throws Exception {
        var person = person();
        var visit = recorded(content(person, "带去" + secret, ""));
        var removal = propose("/visits/" + visit);
        try (var hindered = new Superuser(program).connect();
                var both = Executors.newFixedThreadPool(2)) {
            hindered.setAutoCommit(false);
            try (var statement = hindered.createStatement()) {
                statement.execute("lock table visit.history in exclusive mode");
            }
            var correcting = both.submit(() -> corrected(visit, 1, content(person, "米", "谈到" + secret)));
            awaitBlocked(1);
            var confirming = both.submit(() -> confirmed(security, removal));
            awaitBlocked(2);
            hindered.rollback();
            assertThat(correcting.get()).isInstanceOf(CorrectVisit.Outcome.Corrected.class);
            assertThat(confirming.get()).isInstanceOf(ConfirmRemoval.Outcome.Confirmed.class);
        }
        assertThat(places(secret)).isEmpty();
        assertThat(corrected(visit, 2, content(person, "米", "谈到" + secret)))
                .isInstanceOf(CorrectVisit.Outcome.Stale.class);
    }

    private void awaitBlocked(long many) {
        while (everything
                        .sql("select count(*) from pg_locks where not granted")
                        .query(Long.class)
                        .single()
                < many) {
            LookAgain.soon();
        }
    }

    @Test
    @DisplayName("过期没有核准的：先挑出归自己督办的单位再取，别处等着的再多也不漏")
    void onesOwnUnitsAreChosenFirst() throws IOException, SQLException {
        var mine = propose("/visits/" + visit(person()));
        var city = TestCounty.besides(program, TestCounty.office(program, "shi"), Role.LEADER);
        var town = TestCounty.office(program, "zhen").unit();
        try (var connection = new Superuser(program).connect();
                var statement = connection.createStatement()) {
            statement.executeUpdate(
                    "update removal.removal set proposed_at = proposed_at - interval '60 days' where id = '" + mine
                            + "'");
            statement.executeUpdate("""
                    insert into removal.removal (id, root, record, address, zh, unit_id, unit_name, paper, paper_on, authority,
                                                 proposed_by, proposed_name, proposed_at)
                    select gen_random_uuid(), 'visit.visit', gen_random_uuid(), '/', '别处的', 'TOWN', 'x', 'x', now(), 'x',
                           gen_random_uuid(), 'x', now() - interval '90 days'
                    from generate_series(1, 51)
                    """.replace("TOWN", town.toString()));
            try {
                assertThat(transactions.read(
                                city,
                                () -> program.getBean(RaisedRemovals.class).raised(city)))
                        .extracting(OtherRaised.Line::path)
                        .contains("/removals/" + mine);
            } finally {
                statement.executeUpdate("delete from removal.removal where zh = '别处的'");
            }
        }
    }

    @Test
    @DisplayName("接口用户的用途写进了消息：清除时消息里也换成那句话")
    void ofAClientTheMessagesGoToo() throws SQLException {
        var registered = act(
                "admin",
                "/clients",
                Map.of(
                        "name", "某市办事网" + Ids.next(),
                        "contact", "某市政数局，王五，020-83130000",
                        "purpose", "查" + secret,
                        "territory", clerk.unitCode().at(Level.COUNTY).toString(),
                        "grants", "CASE_STATE",
                        "perMinute", "60",
                        "perDay", "1000"));
        var client = registered.headers().firstValue("Location").orElseThrow();
        assertThat(places(secret)).contains("notice.message");
        var province = TestCounty.office(program, "shengling");
        var asked = acts.perform(province, propose, command(province, client));
        assertThat(asked).isInstanceOf(ProposeRemoval.Outcome.Proposed.class);
        confirm(((ProposeRemoval.Outcome.Proposed) asked).subject());
        assertThat(places(secret)).isEmpty();
    }

    @Test
    @Tag("slow")
    @DisplayName("升级以前的消息没有写明是哪个接口用户：照名称和时间认出来，清除时也换成那句话；同名的别一个，它的消息不动")
    void ofAClientTheMessagesFromBeforeTheUpgradeGoToo() throws Exception {
        var rooms = SideDatabase.rooms();
        try (var database = SideDatabase.migrated(program, "removal_upgrade", "202612300701", rooms)) {
            try (var owner = database.superuser()) {
                execute(owner, CLIENTS_BEFORE);
            }
            database.migrate("latest", rooms);
            try (var owner = database.superuser()) {
                owner.setAutoCommit(false);
                var removal = entered(owner, "access.client", UUID.fromString("0190a1b2-0000-7000-8000-000000000001"));
                execute(owner, "select removal.carry_out('" + removal + "')");
                assertThat(texts(owner, "select body from notice.message order by at, account_id"))
                        .containsExactly(
                                Removal.MARK,
                                Removal.MARK,
                                Removal.MARK,
                                Removal.MARK,
                                "“某市办事网”登记为接口用户。用途：查进度。",
                                "接口用户“别的”已经停用。原因：合同到期。");
            }
        }
    }

    @Test
    @DisplayName("安置活动的方案批准以前没有公布：拟定时写的名称、抽签的来源可以清除")
    void aDraftedCampaignIsCleared() throws SQLException {
        var gathering = new Gathering(program);
        var plan = gathering.plan("安置" + secret);
        var campaign = gathering.drafted(plan);
        assertThat(places(secret)).isNotEmpty();
        confirm(propose("/campaigns/" + campaign));
        assertThat(places(secret)).isEmpty();
        assertThat(at("xian").get("/campaigns/" + campaign).body()).contains(Removal.MARK);
    }

    @Test
    @DisplayName("本人选了文件、没有提交的表单，清除档案时一并删去，文件名也不留")
    void whatHeChoseAndDidNotHandInGoesToo() throws SQLException {
        var person = person();
        draftFiles(1, person, secret);
        assertThat(places(secret)).containsExactly("documents.draft_file");
        confirm(propose("/persons/" + person));
        assertThat(places(secret)).isEmpty();
    }

    @Test
    @DisplayName("别的记录用着、销毁不了的文件再多，后面的照样销毁")
    void filesOfOthersKeepNothingBack() throws IOException, SQLException {
        draftFiles(501, person(), "别的记录用着");
        var removal = propose("/visits/" + visit(person()));
        try (var connection = new Superuser(program).connect();
                var statement = connection.createStatement()) {
            statement.executeUpdate("insert into removal.file (removal_id, file_id) select '" + removal
                    + "', file_id from documents.draft_file where name = '别的记录用着'");
            try {
                confirm(removal);
                assertThat(transactions.read(leader, () -> removals.find(removal)))
                        .hasValueSatisfying(one -> {
                            assertThat(one.filesGone()).isPositive();
                            assertThat(one.files() - one.filesGone()).isEqualTo(501);
                        });
            } finally {
                statement.executeUpdate(
                        "delete from removal.file where gone_at is null and removal_id = '" + removal + "'");
                statement.executeUpdate("delete from documents.draft_file where name = '别的记录用着'");
            }
        }
    }

    /** Of forms not sent yet; their names come before any other. */
    private void draftFiles(int many, UUID person, String name) throws SQLException {
        try (var connection = new Superuser(program).connect();
                var statement = connection.createStatement()) {
            statement.executeUpdate("""
                    insert into documents.draft_file (id, command_id, holder, person_id, kind, kind_name, name, media_type, size,
                                                      pages, file_id, preview_id, scanned, kept_at)
                    select gen_random_uuid(), gen_random_uuid(), 'self:x', 'PERSON', 'x', 'x', 'NAME', 'image/jpeg', 1, 1,
                           lpad(n::text, 64, '0'), lpad(n::text, 64, '0'), false, now()
                    from generate_series(1, MANY) n
                    """.replace("PERSON", person.toString())
                    .replace("NAME", name)
                    .replace("MANY", Integer.toString(many)));
        }
    }

    @Test
    @DisplayName("走访里的话清除了，走访还是走访：没更正过的、清除以后又更正的，重数一遍都和数字相符")
    void theFiguresStandWhenTheWordsGo() throws IOException {
        var person = person();
        var visit = recorded(content(person, "带去" + secret, "谈到" + secret));
        confirm(propose("/visits/" + visit));
        assertThat(recount.run()).isEmpty();
        correct(visit, 2, content(person, "米", "家里都好"));
        assertThat(recount.run()).isEmpty();
    }

    @Test
    @DisplayName("办件：申请的内容里只换掉写的话，别的各项照旧打得开；经过里的话也没有了")
    void ofACaseTheWordsGo() throws SQLException {
        var request = new CorrectionRequest(null, null, "13800138000", null, null, null, secret);
        var command = new AskCorrection.Command(CommandId.fresh(clerk), person(), request, "本人到站口述" + secret);
        var asked = acts.perform(clerk, program.getBean(AskCorrection.class), command);
        assertThat(asked).isInstanceOf(Applied.Asked.class);
        var id = ((Applied.Asked) asked).subject();
        assertThat(places(secret)).isNotEmpty();
        confirm(propose("/cases/" + id));
        assertThat(places(secret)).isEmpty();
        assertThat(at("cun").get("/cases/" + id).body()).contains(Removal.MARK).doesNotContain(secret);
    }

    @Test
    @DisplayName("提出的人核准不了；别处的负责人看不到；撤回、退回的什么都不动；同一条记录只等一份")
    void anotherConfirms() throws IOException, SQLException {
        var visit = visit(person());
        var removal = propose("/visits/" + visit);
        assertThat(acts.perform(leader, propose, command("/visits/" + visit)))
                .isInstanceOf(ProposeRemoval.Outcome.WaitsAlready.class);
        assertThatThrownBy(() -> {
                    try (var connection = new Superuser(program).connect();
                            var statement = connection.createStatement()) {
                        statement.executeUpdate(
                                "update removal.removal set state = 'CONFIRMED', decided_by = proposed_by, "
                                        + "decided_name = 'x', decided_at = now() where id = '" + removal + "'");
                    }
                })
                .hasMessageContaining("removal_by_another");
        var outside = TestCounty.elsewhere(program, new DivisionCode(440111000000L), Role.LEADER);
        assertThat(acts.perform(outside, propose, command(outside, "/visits/" + visit)))
                .isInstanceOf(ProposeRemoval.Outcome.NotFound.class);
        assertThat(transactions.read(outside, () -> removals.find(removal))).isEmpty();
        assertThat(act("anquan", "/removals/" + removal + "/refusal", Map.of("reason", ""))
                        .statusCode())
                .isEqualTo(422);
        assertThat(act("anquan", "/removals/" + removal + "/refusal", Map.of("reason", "文号对不上"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(places(secret)).isNotEmpty();
        assertThat(acts.perform(security, confirm, new ConfirmRemoval.Command(CommandId.fresh(security), removal)))
                .isInstanceOf(ConfirmRemoval.Outcome.NothingWaits.class);
        var again = propose("/visits/" + visit);
        assertThat(act("juzhang", "/removals/" + again + "/withdrawal", Map.of())
                        .statusCode())
                .isEqualTo(303);
        assertThat(places(secret)).isNotEmpty();
    }

    @Test
    @DisplayName("不是记录的网址、没有的记录、没有文号，说得出哪里不对")
    void whatIsMissingIsSaid() {
        var day = LocalDate.now(clock);
        assertThat(acts.perform(
                        leader,
                        propose,
                        new ProposeRemoval.Command(CommandId.fresh(leader), "/visits", "文号", day, "机关")))
                .isInstanceOf(ProposeRemoval.Outcome.Objected.class);
        assertThat(acts.perform(leader, propose, command("/visits/" + UUID.randomUUID())))
                .isInstanceOf(ProposeRemoval.Outcome.NotFound.class);
        assertThat(acts.perform(
                        leader,
                        propose,
                        new ProposeRemoval.Command(
                                CommandId.fresh(leader), "/visits/" + UUID.randomUUID(), " ", day, "机关")))
                .isInstanceOf(ProposeRemoval.Outcome.Objected.class);
        assertThat(ProposeRemoval.path("https://x.cn/persons/0190a1b2-0000-7000-8000-000000000001#top"))
                .contains("/persons/0190a1b2-0000-7000-8000-000000000001");
    }

    /** A visit with its correction, a need, a draft and a photo: the secret in every one of them. */
    private UUID visit(UUID person) throws IOException {
        var visit = recorded(content(person, "带去" + secret, "谈到" + secret));
        correct(visit, 1, content(person, "米", "谈到" + secret));
        transactions.write(clerk, () -> {
            program.getBean(Drafts.class).save(clerk.post(), person, "said=" + secret);
            return true;
        });
        return visit;
    }

    private UUID recorded(VisitContent content) throws IOException {
        var photo = new VisitPhotos.Picture(jpeg(), jpeg());
        var recorded = acts.perform(
                clerk,
                program.getBean(RecordVisit.class),
                new RecordVisit.Command(CommandId.fresh(clerk), content, List.of(photo), false, true));
        return ((RecordVisit.Outcome.Recorded) recorded).subject();
    }

    private void correct(UUID visit, int version, VisitContent content) {
        assertThat(corrected(visit, version, content)).isInstanceOf(CorrectVisit.Outcome.Corrected.class);
    }

    private CorrectVisit.Outcome corrected(UUID visit, int version, VisitContent content) {
        var command = new CorrectVisit.Command(CommandId.fresh(clerk), visit, version, content, "更正");
        return acts.perform(clerk, program.getBean(CorrectVisit.class), command);
    }

    private UUID attendee(UUID visit) {
        return everything
                .sql("select person_id from visit.attendee where visit_id = :visit")
                .param("visit", visit)
                .query(UUID.class)
                .single();
    }

    private VisitContent content(UUID person, String brought, String said) {
        return new VisitContent(
                Map.of(person, Result.MET),
                LocalDate.now(clock),
                "REGULAR",
                "VIDEO",
                Set.of(Sent.JOB),
                brought,
                said,
                List.of(new Needs.Asked("JOB", "想要" + secret)));
    }

    private UUID person() {
        return everything
                .sql("select person_id from visit.contact where code_now = :code and active "
                        + "and person_id not in (select c.person_id from approval.case_file c "
                        + "where c.service = 'CORRECTION' and c.state <> 'CLOSED') "
                        + "order by person_id desc limit 1")
                .param("code", clerk.unitCode().value())
                .query(UUID.class)
                .single();
    }

    private ProposeRemoval.Command command(String path) {
        return command(leader, path);
    }

    private ProposeRemoval.Command command(Actor.Office by, String path) {
        return new ProposeRemoval.Command(CommandId.fresh(by), path, "怀密函〔2026〕2号", LocalDate.now(clock), "怀集县国家保密局");
    }

    private UUID propose(String path) {
        var outcome = acts.perform(leader, propose, command(path));
        assertThat(outcome).isInstanceOf(ProposeRemoval.Outcome.Proposed.class);
        return ((ProposeRemoval.Outcome.Proposed) outcome).subject();
    }

    private void confirm(UUID removal) {
        assertThat(confirmed(security, removal)).isInstanceOf(ConfirmRemoval.Outcome.Confirmed.class);
    }

    private ConfirmRemoval.Outcome confirmed(Actor.Office by, UUID removal) {
        return acts.perform(by, confirm, new ConfirmRemoval.Command(CommandId.fresh(by), removal));
    }

    private HttpResponse<String> act(String persona, String path, Map<String, String> fields) {
        var form = new HashMap<>(fields);
        form.put("_command", Ids.next().toString());
        form.put("_post", TestCounty.office(program, persona).post().toString());
        return at(persona).post(path, form);
    }

    private Browser at(String persona) {
        return Browser.signedIn(port, personas.get(persona));
    }

    /** Every table in which a word stands, in the clear or under seal. */
    private List<String> places(String word) throws SQLException {
        var found = new ArrayList<String>();
        try (var connection = new Superuser(program).connect();
                var statement = connection.createStatement()) {
            var tables = new ArrayList<String>();
            try (var rows = statement.executeQuery("""
                    select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
                    where c.relkind = 'r' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
                    """)) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            for (var table : tables) {
                if (numbers(connection, "select count(*) from " + table + " t where t::text like '%" + word + "%'")
                        > 0) {
                    found.add(table);
                }
            }
            for (var place : places) {
                if (place instanceof SealedColumn column
                        && sealedWords(connection, column).stream().anyMatch(text -> text.contains(word))) {
                    found.add(place.name());
                }
            }
        }
        return found;
    }

    /** What is sealed in a column, if a room declared that somebody's words are. */
    private List<String> sealedWords(Connection connection, SealedColumn column) throws SQLException {
        var place = column.name().substring(0, column.name().lastIndexOf('.'));
        var name = column.name().substring(column.name().lastIndexOf('.') + 1);
        var texts = new ArrayList<String>();
        if (!place.equals("visit.draft")
                && numbers(
                                connection,
                                "select count(*) from removal.holding h, unnest(h.sealed) s where h.place = '" + place
                                        + "' and split_part(s, ':', 1) = '" + name + "'")
                        == 0) {
            return texts;
        }
        var keys = Map.of(
                        "visit.draft",
                        "post_id::text, person_id::text",
                        "intake.row",
                        "batch_id::text, row_number::text")
                .getOrDefault(place, "id::text");
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select array[" + keys + "], " + name + " from " + place + " where " + name + " is not null")) {
            while (rows.next()) {
                column.rewrite(List.of((String[]) rows.getArray(1).getArray()), rows.getBytes(2), text -> {
                    texts.add(text);
                    return text;
                });
            }
        }
        return texts;
    }

    /** A removal of a record that another confirmed, and that he now carries out. */
    static UUID entered(Connection connection, String root, UUID record) throws SQLException {
        var id = UUID.randomUUID();
        var another = UUID.randomUUID();
        try (var statement = connection.prepareStatement("""
                insert into removal.removal (id, root, record, address, zh, unit_id, unit_name, paper, paper_on, authority, state,
                                             proposed_by, proposed_name, proposed_at, decided_by, decided_name, decided_at)
            values (?, ?, ?, '/', 'x', gen_random_uuid(), 'x', 'x', now(), 'x', 'CONFIRMED',
                        gen_random_uuid(), 'x', now(), ?, 'x', now())
                """)) {
            statement.setObject(1, id);
            statement.setString(2, root);
            statement.setObject(3, record);
            statement.setObject(4, another);
            statement.executeUpdate();
        }
        numbers(connection, "select length(set_config('rongyi.account', '" + another + "', true))");
        return id;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        var texts = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private static long numbers(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Of this test alone: equal pictures are one file. */
    private byte[] jpeg() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "jpeg", out);
        out.write(secret.getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }
}

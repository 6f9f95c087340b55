package org.rongyi.platform.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.database.DataDirectory;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.schedule.Recurring;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@RongyiTest
@DisplayName("夜里的清理：无人引用的清掉，走访照片、缩略图和没导完的上传都留着")
class NightlySweepTest {

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Transactions transactions;

    @Autowired
    private FileStore files;

    @Autowired
    private DataDirectory directory;

    @Autowired
    @Qualifier("job")
    private JdbcClient job;

    @Autowired
    @Qualifier("job")
    private PlatformTransactionManager jobTransactions;

    @Autowired
    private Clock clock;

    @Autowired
    private List<FileOwner> owners;

    @Autowired
    private List<Recurring> recurring;

    @Test
    @DisplayName("每天夜里做一次")
    void itIsDoneEveryNight() {
        assertThat(recurring)
                .filteredOn(one -> one.name().equals("documents.sweep"))
                .singleElement()
                .satisfies(one -> assertThat(one.at()).isNotNull());
    }

    @Test
    @DisplayName("有记录引用的都在，没有的过一天才清")
    void whatARowNamesStaysAndTheRestGoesAfterADay() {
        var clerk = TestCounty.office(program, "cun");
        var photo = put(clerk);
        var thumbnail = put(clerk);
        var piece = put(clerk);
        var orphan = put(clerk);
        photographed(clerk, photo, thumbnail);
        uploaded(clerk, piece);

        sweep(Duration.ofHours(23));
        assertThat(kept(photo, thumbnail, piece, orphan)).containsExactly(photo, thumbnail, piece, orphan);
        sweep(Duration.ofHours(25));
        assertThat(kept(photo, thumbnail, piece, orphan)).containsExactly(photo, thumbnail, piece);

        job.sql("update intake.batch set pieces = '{}' where digest = :piece")
                .param("piece", piece.value())
                .update();
        sweep(Duration.ofHours(25));
        assertThat(kept(photo, thumbnail, piece)).containsExactly(photo, thumbnail);
    }

    private void sweep(Duration later) {
        new FileSweep(directory, job, jobTransactions, Clock.offset(clock, later), owners).sweep();
    }

    private FileId put(Actor.Office clerk) {
        var content = UUID.randomUUID().toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        return transactions.write(clerk, () -> files.put(content, "image/jpeg"));
    }

    private List<FileId> kept(FileId... ids) {
        return Stream.of(ids).filter(id -> files.get(id).isPresent()).toList();
    }

    /** As the visit act would: a photo more for some visit of the village. */
    private void photographed(Actor.Office clerk, FileId photo, FileId thumbnail) {
        job.sql("""
                insert into visit.photo (visit_id, position, code_now, file_id, thumbnail_id)
                select v.id, 6, v.code_now, :photo, :thumbnail
                from visit.visit v
                where v.code_now = :code
                order by v.id
                limit 1
                on conflict do nothing
                """)
                .param("photo", photo.value())
                .param("thumbnail", thumbnail.value())
                .param("code", clerk.unitCode().value())
                .update();
    }

    private void uploaded(Actor.Office clerk, FileId piece) {
        job.sql("""
                insert into intake.batch (id, kind, unit_id, code_now, account_id, post_id, by_name, file_name, digest,
                                          pieces, titles, ignored, state, created_at)
                values (gen_random_uuid(), 'persons', :unit, :code, :account, :post, '某人', '名单.xlsx', :piece,
                        array[:piece], '{}', '{}', 'CHECKED', :at)
                """)
                .param("unit", clerk.unit())
                .param("code", clerk.unitCode().value())
                .param("account", clerk.account())
                .param("post", clerk.post())
                .param("piece", piece.value())
                .param("at", clock.instant().atOffset(java.time.ZoneOffset.UTC))
                .update();
    }
}

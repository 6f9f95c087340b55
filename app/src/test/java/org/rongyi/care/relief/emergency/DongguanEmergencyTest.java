package org.rongyi.care.relief.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.approval.route.Position.Result;
import org.rongyi.platform.approval.route.Position.Verdict;
import org.rongyi.platform.kernel.Level;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("东莞的应急救助：村里初审、公示，镇街审核，市局审批，审批了就由省厅拨付")
class DongguanEmergencyTest {

    @Autowired
    private ApplicationContext program;

    @Autowired
    @Qualifier("job")
    private JdbcClient everything;

    private EmergencyCases aid;

    @BeforeEach
    void desks() {
        TestCounty.dongguan(program);
        aid = new EmergencyCases(program, "dgcun", "dgzhen", "dgling");
    }

    @Test
    @DisplayName("从村里到省里的承诺：没有市级汇总这一步，决定书是市局的")
    void fromTheVillageToTheProvince() {
        var id = aid.asked("莞应急");
        aid.toTheCounty(id);
        assertThat(aid.open(id).zh()).isEqualTo("市局审批");
        assertThat(aid.open(id).level()).isEqualTo(Level.CITY);
        aid.done(aid.county, id, task -> aid.decide(task, "20000", ""));
        assertThat(aid.open(id).zh()).isEqualTo("省厅拨付");
        assertThat(grant(id)).as("省厅拨付以前没有留钱").isEmpty();
        aid.done(aid.province, id, task -> EmergencyCases.answer(aid.province, task, Verdict.AGREE, Map.of()));
        assertThat(aid.read(id).result()).isEqualTo(Result.AGREED);
        assertThat(aid.read(id).decision().by()).isEqualTo(aid.county.name());
        assertThat(grant(id)).isEqualTo("WAITING 2000000");
        assertThat(text(
                        "select string_agg(title || ' ' || unit_name, ', ') from documents.issued where owner_id = :id",
                        id))
                .contains("办理决定书")
                .contains("东莞市退役军人事务局");
    }

    private String grant(UUID id) {
        return text("select state || ' ' || amount from fund.grant_made where case_id = :id", id);
    }

    private String text(String question, UUID id) {
        return everything
                .sql(question)
                .param("id", id)
                .query(String.class)
                .optional()
                .orElse("");
    }
}

package org.rongyi.platform.approval;

import java.time.LocalTime;
import java.util.List;
import org.rongyi.platform.operation.Watched;
import org.rongyi.platform.schedule.Recurring;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room does by itself. */
@Configuration(proxyBeanMethods = false)
class ApprovalJobs {

    private static final LocalTime AT = LocalTime.of(0, 40);

    /** 没有一件事没人看见: what the night could put on nobody's list, the system administrator sees. */
    @Bean
    Watched unseenTasks(CaseNight night) {
        return () -> {
            int unseen = night.unseen().size();
            return unseen == 0
                    ? List.of()
                    : List.of("有 " + unseen + " 件待办逾期或岗位没有人，夜间巡检没有列进任何一级的督办清单：请给省厅配上负责人，或让机构管理员补上岗位的人，次日 0 点 40 分再列");
        };
    }

    @Bean
    Recurring nightOfCases(CaseNight night) {
        return Recurring.daily("approval.night", "每夜查逾期和没人管的办件", AT, night::run);
    }
}

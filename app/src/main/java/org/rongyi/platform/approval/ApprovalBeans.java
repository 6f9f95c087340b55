package org.rongyi.platform.approval;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import org.rongyi.platform.approval.route.RouteBook;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.documents.issued.IssuedDocuments;
import org.rongyi.platform.notice.Notices;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.policy.WorkingDays;
import org.rongyi.platform.vault.SealedColumn;
import org.rongyi.platform.vault.SealedPlace;
import org.rongyi.platform.vault.Vault;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cases as the program moves them, and as the nightly job does. */
@Configuration(proxyBeanMethods = false)
class ApprovalBeans {

    @Bean
    RouteBook routeBook(List<CaseService> services, Policy policy) {
        var book = RouteBook.shipped();
        var offered = new HashSet<String>();
        services.forEach(service -> offered.add(service.id()));
        for (var service : book.services()) {
            if (!offered.remove(service.id())) {
                throw new IllegalStateException("approval/：服务 " + service.id() + " 没有程序承办");
            }
            for (var route : service.routes()) {
                route.parameters().forEach(policy::get);
            }
        }
        if (!offered.isEmpty()) {
            throw new IllegalStateException("approval/：服务 " + offered + " 没有办理路径");
        }
        return book;
    }

    @Bean
    @Primary
    Cases cases(
            JdbcClient jdbc,
            Notices notices,
            Vault vault,
            Clock clock,
            Desks desks,
            WorkingDays days,
            Policy policy,
            RouteBook book,
            AuditTrail audit) {
        return new Cases(jdbc, notices, new Cases.Means(vault, clock, book, desks, days, policy, audit));
    }

    @Bean
    @Qualifier("job")
    Cases casesOfJobs(
            @Qualifier("job") JdbcClient jdbc,
            @Qualifier("job") Notices notices,
            Vault vault,
            Clock clock,
            Desks desks,
            WorkingDays days,
            Policy policy,
            RouteBook book,
            @Qualifier("job") AuditTrail audit) {
        return new Cases(jdbc, notices, new Cases.Means(vault, clock, book, desks, days, policy, audit));
    }

    @Bean
    SealedPlace sealedDecisions(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return SealedColumn.byId("办件：决定的理由", CaseTexts.REASON, vault, jdbc);
    }

    @Bean
    SealedPlace sealedRequests(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return SealedColumn.byId("办件：请办的话", CaseTexts.ASKED, vault, jdbc);
    }

    @Bean
    SealedPlace sealedOpinions(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return SealedColumn.byId("办件：办理意见", CaseTexts.OPINION, vault, jdbc);
    }

    @Bean
    SealedPlace sealedHappenings(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return SealedColumn.byId("办件：经过", CaseTexts.EVENT, vault, jdbc);
    }

    @Bean(defaultCandidate = false)
    @Qualifier("job")
    CasePapers casePapersOfJobs(@Qualifier("job") IssuedDocuments documents, RouteBook book, Remedies remedies) {
        return new CasePapers(documents, book, remedies);
    }

    @Bean
    PublicNotices publicNotices(JdbcClient jdbc) {
        return new PublicNotices(jdbc);
    }

    @Bean
    SealedPlace sealedObjectors(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return SealedColumn.byId("公示异议：姓名", Objections.NAME, vault, jdbc);
    }

    @Bean
    SealedPlace sealedObjectorPhones(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return SealedColumn.byId("公示异议：电话", Objections.PHONE, vault, jdbc);
    }

    @Bean
    SealedPlace sealedObjections(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return SealedColumn.byId("公示异议：理由", Objections.GROUNDS, vault, jdbc);
    }

    @Bean
    SealedPlace sealedObjectionAnswers(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return SealedColumn.byId("公示异议：答复", Objections.ANSWER, vault, jdbc);
    }

    @Bean
    SealedPlace sealedRechecks(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return SealedColumn.byId("复核：异议的理由", Rechecks.WORDS, vault, jdbc);
    }

    @Bean
    SealedPlace sealedTransfers(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return SealedColumn.byId("移送：理由", Transfers.REASON, vault, jdbc);
    }

    @Bean
    SealedPlace sealedTransferAnswers(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return SealedColumn.byId("移送：退回的理由", Transfers.ANSWER, vault, jdbc);
    }

    @Bean
    SealedPlace sealedRatings(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return SealedColumn.byId("办件：评价", CaseTexts.RATING, vault, jdbc);
    }
}

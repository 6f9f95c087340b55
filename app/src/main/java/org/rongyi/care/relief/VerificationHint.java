package org.rongyi.care.relief;

import java.util.Optional;
import java.util.Set;
import org.rongyi.people.consent.Consents;
import org.rongyi.platform.approval.CaseFile;
import org.rongyi.platform.approval.CaseHint;
import org.rongyi.platform.kernel.Actor;
import org.springframework.stereotype.Component;

/**
 * 核对授权书: whoever handles an application for aid reads on it that the household's means are not asked after elsewhere before
 * the applicant has signed for it (社会救助暂行办法 第 58 条; 个人信息保护法 第 23、29 条), and where it is printed and kept.
 */
@Component
class VerificationHint implements CaseHint {

    private static final String STATEMENT = "verification";
    private static final Set<String> SERVICES = Set.of(AskAid.SERVICE, "EMERGENCY");

    private final Consents consents;

    VerificationHint(Consents consents) {
        this.consents = consents;
    }

    @Override
    public Optional<Hint> of(CaseFile file, Actor reader) {
        if (!(reader instanceof Actor.Office)
                || !SERVICES.contains(file.service())
                || file.state().isOver()
                || consents.holds(file.person(), STATEMENT)) {
            return Optional.empty();
        }
        return Optional.of(new Hint(
                "还没有核对授权书", "本人签字以前，不向别的部门和银行核对家庭经济状况。", "打印、登记授权书", "/persons/" + file.person() + "/privacy"));
    }
}

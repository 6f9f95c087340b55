package org.rongyi.career.campaign.live.web;

import org.rongyi.career.campaign.live.choice.LiveOutcome;
import org.rongyi.platform.ui.FieldErrors;

/** Why a choice was not taken, in words. */
final class LiveWords {

    private LiveWords() {}

    static FieldErrors refused(LiveOutcome outcome) {
        return switch (outcome) {
            case LiveOutcome.NotRunning() -> FieldErrors.of("post", "选岗还没有开始，或者已经结束");
            case LiveOutcome.Paused() -> FieldErrors.of("post", "选岗暂停了，时间也停着；继续以后再选");
            case LiveOutcome.NotHisTurn(var ahead) ->
                FieldErrors.of("post", ahead < 0 ? "这一轮已经结束，选定的不能改" : "还没有轮到，前面还有 " + ahead + " 人");
            case LiveOutcome.TooLate() -> FieldErrors.of("post", "时间到了，按公布的办法办");
            case LiveOutcome.NoSeat() -> FieldErrors.of("post", "这个岗位选完了，或者不能选，请选别的");
            case LiveOutcome.NoWords() -> FieldErrors.of("words", "请写明谁来选的、凭什么，不超过 100 字");
            case LiveOutcome.LooksSecret(var found) -> FieldErrors.of("words", found.why());
            case LiveOutcome.Chosen ignored -> FieldErrors.none();
            case LiveOutcome.Passed ignored -> FieldErrors.none();
            case LiveOutcome.NotFound ignored -> FieldErrors.none();
        };
    }
}

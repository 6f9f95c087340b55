package org.rongyi.career.campaign.mutual.web;

import org.rongyi.career.campaign.mutual.ApplyOutcome;
import org.rongyi.career.campaign.mutual.TakeOutcome;
import org.rongyi.platform.ui.FieldErrors;

/** Why somebody was not taken, or an application not entered: what is wrong and what to do. */
final class TakeWords {

    private TakeWords() {}

    static FieldErrors refused(TakeOutcome outcome) {
        return switch (outcome) {
            case TakeOutcome.Wanting(var field, var why) -> FieldErrors.of(field, why);
            case TakeOutcome.HasItsOwn() -> FieldErrors.of("post", "这家单位有人登录办理，由单位自己在网上选定");
            case TakeOutcome.Taken _,
                    TakeOutcome.Entered _,
                    TakeOutcome.NotFound _,
                    TakeOutcome.NotOpenYet _,
                    TakeOutcome.Closed _,
                    TakeOutcome.TakenElsewhere _,
                    TakeOutcome.Already _,
                    TakeOutcome.Full _ -> FieldErrors.of("pseudonym", why(outcome));
        };
    }

    static String why(TakeOutcome outcome) {
        return switch (outcome) {
            case TakeOutcome.TakenElsewhere() -> "已被别的单位选定，没有选成；请从下面还没有被选定的人里选";
            case TakeOutcome.Already() -> "已经由这个岗位选定了，不用再选，也不能改";
            case TakeOutcome.Full() -> "这个岗位已经选满，没有选成";
            case TakeOutcome.NotOpenYet() -> "还没有到选定的时间，到点再选";
            case TakeOutcome.Closed() -> "选定的时间已经截止，不能再选";
            case TakeOutcome.NotFound() -> "没有这个申请";
            case TakeOutcome.HasItsOwn() -> "由单位自己在网上选定";
            case TakeOutcome.Wanting(var _, var why) -> why;
            case TakeOutcome.Taken _, TakeOutcome.Entered _ ->
                throw new IllegalStateException("nothing was refused: " + outcome);
        };
    }

    static String why(ApplyOutcome outcome) {
        return switch (outcome) {
            case ApplyOutcome.NotOpenYet() -> "还没有到申请的时间，到点再来";
            case ApplyOutcome.Closed() -> "申请已经截止，不能再申请，也不能撤回";
            case ApplyOutcome.NoSuchPost() -> "没有这个岗位，或者不能申请它；请从下面列出的岗位里选";
            case ApplyOutcome.Already() -> "已经申请过这个岗位，不用再申请";
            case ApplyOutcome.SettledDirectly() -> "已经确定了岗位，不用再申请";
            case ApplyOutcome.BeyondMost(var most) -> "机关、参公单位的岗位最多申请 " + most + " 个，要换的请先撤回一个";
            case ApplyOutcome.NotFound() -> "没有参加这次活动";
            case ApplyOutcome.Applied _, ApplyOutcome.Withdrawn _ ->
                throw new IllegalStateException("nothing was refused: " + outcome);
        };
    }
}

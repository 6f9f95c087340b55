package org.rongyi.platform.approval.web;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.approval.CaseService;
import org.rongyi.platform.approval.Task;
import org.rongyi.platform.approval.route.Position.State;
import org.rongyi.platform.approval.route.Step;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.field.Option;
import org.springframework.util.MultiValueMap;

/**
 * 一件待办: the facts, what to check, the time left, and what can be done.
 *
 * @param checks what is to be checked at this step
 * @param objection what is to be examined, when it is an 异议审查
 * @param asks what the service wants to know at this step
 * @param asksPublication who answers says whether the 公示 hangs
 * @param asked opinions that were asked for and are not there yet
 * @param recall it is the reader's own answer, and may be taken back
 * @param lapsed the days to bring what was missing are over
 */
public record TaskPage(
        CaseView view,
        Task task,
        CaseWords.Left left,
        String due,
        Form form,
        List<String> checks,
        List<CaseService.Ask> asks,
        boolean asksPublication,
        List<Asked> asked,
        @Nullable Objected objection,
        Choices choices,
        @Nullable String supplement,
        boolean lapsed,
        boolean recall,
        MultiValueMap<String, String> typed,
        FieldErrors errors)
        implements Page {

    /** What stands in the middle of the page. */
    public enum Form {
        /** Another post's, or done. */
        NONE,
        /** On the list of what was raised: may be given to somebody. */
        RAISED,
        ACCEPT,
        ACCEPT_AGAIN,
        ANSWER,
        MEETING,
        /** 汇总、拨付: nothing is decided. */
        CARRY_OUT,
        RECHECK,
        PUBLICATION,
        PAUSED,
        WAIT,
        OPINION,
        DELIVER,
        COMPLAINT,
        OBJECTION
    }

    /**
     * An objection as this reader may see it: the desk that examines it reads name and phone, others masked ones.
     *
     * @param answer what was answered; none while it waits
     */
    public record Objected(
            String number,
            String who,
            String phone,
            String grounds,
            String filed,
            List<CaseView.Paper> evidence,
            @Nullable String answer) {}

    /** @param drop where the question is taken back */
    public record Asked(String whom, String question, String drop) {}

    /**
     * @param back earlier steps it can be returned to
     * @param whom colleagues and units it can be passed on to, or who can be asked
     */
    public record Choices(List<Option> back, List<Option> whom, List<Option> ways, String today) {}

    @Override
    public Set<String> restsOn() {
        return task.kind() == Task.Kind.DELIVER ? Set.of("approval.delivery.way") : Set.of();
    }

    @Override
    public String title() {
        return task.zh() + "：" + view.file().personName();
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("待办", "/tasks"));
    }

    public String path() {
        return "/tasks/" + task.id();
    }

    public String value(String field) {
        var value = typed.getFirst(field);
        return value == null ? "" : value;
    }

    /** As it was typed; before that, as the service has it. */
    public List<String> values(CaseService.Ask ask) {
        return typed.isEmpty() ? ask.values() : typed.getOrDefault(ask.name(), List.of());
    }

    public String first(CaseService.Ask ask) {
        var values = values(ask);
        return values.isEmpty() ? "" : values.getFirst();
    }

    public boolean isWrong(String... fields) {
        return List.of(fields).stream().anyMatch(field -> errors.find(field) != null);
    }

    /** Whether the task can be given away, and others be asked. */
    public boolean isMovable() {
        return switch (form) {
            case NONE, PAUSED, PUBLICATION -> false;
            case RAISED,
                    ACCEPT,
                    ACCEPT_AGAIN,
                    ANSWER,
                    MEETING,
                    CARRY_OUT,
                    RECHECK,
                    WAIT,
                    OPINION,
                    DELIVER,
                    COMPLAINT,
                    OBJECTION -> true;
        };
    }

    public boolean isSeat() {
        return switch (form) {
            case ACCEPT, ACCEPT_AGAIN, ANSWER, MEETING, CARRY_OUT, RECHECK -> true;
            case NONE, RAISED, PUBLICATION, PAUSED, WAIT, OPINION, DELIVER, COMPLAINT, OBJECTION -> false;
        };
    }

    /** 汇总报送 or 拨付. */
    public String carryOut() {
        return view.file().route().step(task.step()).kind() == Step.Kind.PAY ? "拨付" : "报送";
    }

    public boolean maySupplement() {
        return !view.file().position().supplemented();
    }

    public boolean mayPause() {
        return view.file().state() == State.HANDLING
                && (form == Form.ANSWER || form == Form.MEETING || form == Form.RECHECK);
    }

    /** Whether a 补正 that lapses ends the case: what was accepted goes on with what is there (行政许可法 第 32 条). */
    public boolean ends() {
        return view.file().acceptance().on() == null;
    }

    public String lapseWords() {
        return ends() ? "逾期未补正，终止办理" : "逾期未补正，按现有材料接着办";
    }
}

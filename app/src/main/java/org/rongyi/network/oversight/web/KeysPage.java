package org.rongyi.network.oversight.web;

import java.util.List;
import org.rongyi.platform.audit.SigningChanges;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.vault.KeyRing;
import org.rongyi.platform.vault.Reindexing;
import org.rongyi.platform.vault.Resealing;

/** 密钥: the sealing keys, those of the blind index and those that sign, newest first, and how far a change of the first two has come. */
public record KeysPage(
        List<KeyRing.Life> lives,
        int current,
        List<Resealing.Progress> places,
        Index index,
        List<SigningChanges.Life> signing)
        implements Page {

    private static final List<String> STAGES = List.of("准备换用", "给原有记录补上新查找码", "换用新查找码", "清除旧查找码的副本");

    /** The keys of the blind index. */
    public record Index(List<KeyRing.Life> lives, Reindexing.Change change, List<Reindexing.Progress> places) {

        public boolean isChanging() {
            return change.next() != null;
        }

        public boolean isUsed(KeyRing.Life life) {
            var next = change.next();
            return life.version() == change.version() || (next != null && life.version() == next);
        }

        public boolean mayDestroy(KeyRing.Life life) {
            return !isChanging() && !isUsed(life) && life.destroyedAt() == null;
        }

        public String state(KeyRing.Life life) {
            if (life.destroyedAt() != null) {
                return Words.moment(life.destroyedAt().toInstant()) + "销毁";
            }
            if (life.version() == change.version()) {
                return isChanging() ? "使用中，正在换下" : "使用中";
            }
            return isUsed(life) ? "正在换用" : "不再使用";
        }

        /** Which of the four steps runs. */
        public String stage() {
            return "第 " + change.stage() + " 步，共 " + change.of() + " 步：" + STAGES.get(change.stage() - 1);
        }

        public String state(Reindexing.Progress place) {
            return place.doneAt() == null ? "进行中" : Words.moment(place.doneAt().toInstant()) + "完成";
        }
    }

    @Override
    public String title() {
        return "密钥";
    }

    /** Before the first change there was nothing to seal anew. */
    public boolean changed() {
        return current > 1;
    }

    public boolean complete() {
        return places.stream().allMatch(place -> place.doneAt() != null);
    }

    public boolean mayDestroy(KeyRing.Life life) {
        return life.version() != current && life.destroyedAt() == null && complete();
    }

    public String state(KeyRing.Life life) {
        if (life.destroyedAt() != null) {
            return Words.moment(life.destroyedAt().toInstant()) + "销毁";
        }
        return life.version() == current ? "使用中" : "只用来打开旧数据";
    }

    public String since(SigningChanges.Life life) {
        return life.since() == null ? "系统启用时" : Words.moment(life.since().toInstant());
    }

    /** Which batches of the trail it signed. */
    public String batches(SigningChanges.Life life) {
        if (life.last() == null) {
            return "第 " + life.first() + " 批起";
        }
        return life.last() < life.first() ? "没有" : "第 " + life.first() + " 至 " + life.last() + " 批";
    }

    public String state(Resealing.Progress place) {
        return place.doneAt() == null ? "进行中" : Words.moment(place.doneAt().toInstant()) + "完成";
    }
}

package org.rongyi.network.oversight.web;

import java.util.List;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.vault.KeyRing;
import org.rongyi.platform.vault.Resealing;

/** 密钥: the sealing keys, newest first, and where values still wait to be sealed anew. */
public record KeysPage(List<KeyRing.Life> lives, int current, List<Resealing.Progress> places) implements Page {

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

    public String state(Resealing.Progress place) {
        return place.doneAt() == null ? "进行中" : Words.moment(place.doneAt().toInstant()) + "完成";
    }
}

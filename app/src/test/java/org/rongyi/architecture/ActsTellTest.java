package org.rongyi.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.audit.AuditTrail;

@DisplayName("留痕：每一种办理都写明做了什么、之前之后；没有可写的，这里写明为什么")
class ActsTellTest {

    /** Acts that say nothing, each with why nothing is missing: its record is never changed afterwards and is watched, or the like. */
    private static final Map<String, String> NOTHING_TO_SAY = Map.of();

    private static final Set<String> TELLING = Set.of("explain", "changed");

    private static final JavaClasses PROGRAM = Program.classes();

    @Test
    @DisplayName("每一种办理走到 AuditTrail 的 explain 或 changed")
    void everyActTells() {
        var acts = acts();
        assertThat(acts).hasSizeGreaterThan(200);
        var silent = new TreeSet<String>();
        for (var act : acts) {
            if (!tells(runs(act))) {
                silent.add(act.getSimpleName());
            }
        }
        assertThat(silent)
                .as("say what was changed, or why there is nothing to say; a line that is stale goes")
                .isEqualTo(new TreeSet<>(NOTHING_TO_SAY.keySet()));
    }

    @Test
    @DisplayName("查得出不写的：只看不改的一段走不到")
    void aSilentWayIsFound() {
        var looking = PROGRAM.get("org.rongyi.platform.approval.Cases").getMethods().stream()
                .filter(method -> method.getName().equals("find"))
                .toList();
        assertThat(looking).isNotEmpty();
        assertThat(tells(looking)).isFalse();
        assertThat(tells(PROGRAM.get(AuditTrail.class).getMethods().stream()
                        .filter(method -> method.getName().equals("recordReading"))
                        .toList()))
                .as("what is left beside an act's entry does not count")
                .isFalse();
    }

    private static List<JavaClass> acts() {
        return PROGRAM.stream()
                .filter(type -> type.isAssignableTo(Act.class)
                        && !type.isInterface()
                        && !type.getModifiers().contains(JavaModifier.ABSTRACT))
                .toList();
    }

    private static List<? extends JavaCodeUnit> runs(JavaClass act) {
        return act.getAllMethods().stream()
                .filter(method -> method.getName().equals("run"))
                .toList();
    }

    /** Along calls whose target is known; what hides behind an interface does not count. */
    private static boolean tells(Collection<? extends JavaCodeUnit> from) {
        var seen = new HashSet<JavaCodeUnit>(from);
        var open = new ArrayDeque<JavaCodeUnit>(from);
        while (!open.isEmpty()) {
            for (JavaAccess<?> access : open.remove().getAccessesFromSelf()) {
                var target = access.getTargetOwner();
                if (!target.getPackageName().startsWith("org.rongyi")) {
                    continue;
                }
                if (target.isEquivalentTo(AuditTrail.class)
                        && TELLING.contains(access.getTarget().getName())) {
                    return true;
                }
                member(access).filter(seen::add).ifPresent(open::add);
            }
        }
        return false;
    }

    private static Optional<JavaCodeUnit> member(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget target
                ? target.resolveMember().map(JavaCodeUnit.class::cast)
                : Optional.empty();
    }
}

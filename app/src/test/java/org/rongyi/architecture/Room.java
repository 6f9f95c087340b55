package org.rongyi.architecture;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.ApplicationModule;

/** A room as its {@code package-info} declares it: whoever needs no more of it need not have all classes read. */
record Room(String id, Set<String> leansOn) {

    /** The one this class lives in: the nearest package above it that declares one. */
    static Optional<Room> of(Class<?> type) {
        for (var name = type.getPackageName(); name.contains("."); name = name.substring(0, name.lastIndexOf('.'))) {
            var declared = declared(name);
            if (declared != null) {
                return Optional.of(new Room(declared.id(), Set.copyOf(List.of(declared.allowedDependencies()))));
            }
        }
        return Optional.empty();
    }

    private static @Nullable ApplicationModule declared(String name) {
        try {
            return Class.forName(name + ".package-info").getAnnotation(ApplicationModule.class);
        } catch (ClassNotFoundException e) {
            return null;
        }
    }
}

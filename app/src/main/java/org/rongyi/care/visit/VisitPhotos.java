package org.rongyi.care.visit;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.rongyi.platform.documents.FileId;
import org.rongyi.platform.documents.FileStore;
import org.rongyi.platform.documents.Photos;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 现场照片: optional and never a condition. The files are sealed and named by their content. */
@Component
public class VisitPhotos {

    /** More than this is an album, not a record. */
    public static final int MOST = 6;

    private static final String INSERT = """
            insert into visit.photo (visit_id, position, code_now, file_id, thumbnail_id)
            values (:visit, :position, :code, :file, :thumbnail)
            """;

    private static final String POSITIONS =
            "select position from visit.photo where visit_id = :visit order by position";

    private static final String TAKE_AWAY = "delete from visit.photo where visit_id = :visit and position = :position";

    private static final String FIND = """
            select case when :thumbnail then thumbnail_id else file_id end as file
            from visit.photo
            where visit_id = :visit and position = :position
            """;

    private final JdbcClient jdbc;
    private final FileStore files;

    VisitPhotos(JdbcClient jdbc, FileStore files) {
        this.jdbc = jdbc;
        this.files = files;
    }

    /** A picture made fit to keep, with its small version; both JPEG. */
    public record Picture(byte[] photo, byte[] thumbnail) {}

    /** They get the numbers behind those that are there; only when these are used up, those of pictures that were taken away. */
    void add(UUID visit, long code, List<Picture> pictures) {
        if (pictures.isEmpty()) {
            return;
        }
        var taken = positions(visit);
        int last = taken.isEmpty() ? 0 : taken.getLast();
        var free = IntStream.concat(IntStream.rangeClosed(last + 1, MOST), IntStream.rangeClosed(1, last))
                .filter(position -> !taken.contains(position))
                .iterator();
        for (var picture : pictures) {
            int position = free.nextInt();
            jdbc.sql(INSERT)
                    .param("visit", visit)
                    .param("position", position)
                    .param("code", code)
                    .param("file", files.put(picture.photo(), Photos.MEDIA_TYPE).value())
                    .param(
                            "thumbnail",
                            files.put(picture.thumbnail(), Photos.MEDIA_TYPE).value())
                    .update();
        }
    }

    /** The numbers of the pictures that are there: one that was taken away leaves a gap. */
    List<Integer> positions(UUID visit) {
        return jdbc.sql(POSITIONS).param("visit", visit).query(Integer.class).list();
    }

    /** From now on nobody names the files, and the nightly sweep takes them out of the store; false when there is none. */
    boolean takeAway(UUID visit, int position) {
        return jdbc.sql(TAKE_AWAY)
                        .param("visit", visit)
                        .param("position", position)
                        .update()
                == 1;
    }

    /** The picture, if the reader may see the visit. */
    public Optional<byte[]> find(UUID visit, int position, boolean thumbnail) {
        return jdbc.sql(FIND)
                .param("visit", visit)
                .param("position", position)
                .param("thumbnail", thumbnail)
                .query(String.class)
                .optional()
                .flatMap(file -> files.get(new FileId(file)));
    }
}

package gongkai.platform.letter;

import org.jspecify.annotations.Nullable;

/**
 * A paper of the case file (卷内材料).
 *
 * @param docNo its 文号, empty if it has none
 * @param on its day, as it stands in the index
 * @param pdf its pages; null if it cannot be bound in, then it is only listed
 */
record CaseFilePart(String title, String docNo, String on, byte @Nullable [] pdf) {}

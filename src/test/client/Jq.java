import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** So much of jq as README uses: one path such as {@code .items[0].id}. */
public final class Jq {
  public static void main(String[] given) throws Exception {
    String pointer = given[0].replaceAll("\\[(\\d+)]", "/$1").replace('.', '/');
    JsonNode found = new ObjectMapper().readTree(System.in.readAllBytes()).at(pointer);
    System.out.println(found.isMissingNode() ? "null" : found.toString());
  }
}

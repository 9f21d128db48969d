# Sourced by the scripts in the root: lets $java name a JDK that is new enough, or ends the script.

oldest_java=17

fail() {
  echo "${0##*/}: $*" >&2
  exit 1
}

find_jdk() {
  remedy="Let JAVA_HOME name a JDK $oldest_java or newer."
  if [ -n "${JAVA_HOME:-}" ]; then
    java=$JAVA_HOME/bin/java
    javac=$JAVA_HOME/bin/javac
    [ -x "$java" ] || fail "JAVA_HOME is $JAVA_HOME, but there is no bin/java in it. $remedy"
  else
    java=$(command -v java) || fail "no java found. Install a JDK $oldest_java or newer. $remedy"
    javac=$(command -v javac || true)
  fi
  release=$("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.specification\.version = //p')
  release=${release#1.}
  case $release in
    '' | *[!0-9]*) fail "$java does not tell its version. $remedy" ;;
  esac
  [ "$release" -ge $oldest_java ] || fail "$java is Java $release. $remedy"
  [ -n "$javac" ] && [ -x "$javac" ] || fail "$java has no compiler beside it, a runtime is not enough. $remedy"
}

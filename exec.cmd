@rem What sh knows as `exec`, for the scripts of package.json on Windows.
@%*
